using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>A fault of an analyzer becomes MECH9001; a cancellation does not.</summary>
public class InternalErrorTests
{
    private const string Vickrey = "[Mechanism, SingleItem, Efficient] public partial class Vickrey;";

    [Fact]
    public async Task MECH9001_NamesTheTypeAndAsksForAReport()
    {
        var found = await Run(new InvalidOperationException("first line\r\nsecond line"));
        Assert.Equal(
            "MechanismDsl failed on 'Vickrey' with InvalidOperationException: first line second line; please report it at https://github.com/mechanismdsl/mechanismdsl/issues with the declaration",
            found.Single(one => one.Id == "MECH9001").InvariantMessage());
        Assert.Equal(DiagnosticSeverity.Error, found.Single(one => one.Id == "MECH9001").Severity);
    }

    [Fact]
    public void CancellationIsNoFault() =>
        Assert.Throws<OperationCanceledException>(() => Guard.Run("x", Location.None, _ => Assert.Fail("reported"), () => throw new OperationCanceledException()));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Run(Exception fault) =>
        Analysis.Run(new Snippet(Vickrey).Compile(), [], [new FaultyAnalyzer(fault)]);

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class FaultyAnalyzer(Exception fault) : MechanismAnalyzer([])
    {
        private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol trigger) =>
            ForEachType(context, type => IsMechanism(type, trigger), (_, _) => throw fault);
    }
}
