using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Fixes the number of agents.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAgentCount)), Shared]
public sealed class AddAgentCount() : DeclarationFix("MECH0009")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        var agents = target.Type.Find("Agents");
        yield return agents is null
            ? target.AddingLine("Agents(2)")
            : target.OnType("Fix the number of agents at 2", type => type.Replace(agents, "Agents(2)"));
    }
}
