using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Language.Normalization;

/// <summary>Who takes part, as declared: named agents, or one pattern for alike ones.</summary>
/// <param name="Names">The names of the agents in order; empty for alike agents.</param>
/// <param name="Uses">The attribute that names each agent.</param>
/// <param name="Min">The least number of alike agents; 0 where the declaration states none.</param>
/// <param name="Max">The greatest number of alike agents; null where the declaration states none.</param>
internal sealed record Roster(IReadOnlyList<string> Names, IReadOnlyList<Use> Uses, int Min, int? Max)
{
    /// <summary>A declared number is one that everything is worked out for; more agents than these are a number that runs bring along.</summary>
    internal const int MostAgents = 10_000;

    public bool IsNamed => Names.Count > 0;

    /// <summary>The number of agents where the declaration fixes it.</summary>
    public int? Count => IsNamed ? Names.Count : Min == Max ? Max : null;

    /// <summary>Reads names (MECH0007) and numbers (MECH0008), and checks every reference to a name (MECH0016).</summary>
    public static Roster Read(Draft draft)
    {
        if (Exchanges.IsTrade(draft))
        {
            return Exchanges.OneOfEach(draft);
        }

        List<Use> uses = [.. draft.Uses.Where(use => use.Name is "Agent" or "Supplier" or "Seller" or "Buyer")];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var use in uses)
        {
            var name = use.Text(0) ?? "";
            if ((NameObstacle(name) ?? (seen.Add(name) ? null : "another agent has it; names differ in more than the case of letters")) is { } obstacle)
            {
                draft.Report(Rule.AgentName, use.At(0), name, obstacle);
            }
        }

        var (min, max) = ReadCount(draft);
        var roster = new Roster([.. uses.Select(use => use.Text(0) ?? "")], uses, min, max);
        roster.CheckReferences(draft);
        return roster;
    }

    private static (int Min, int? Max) ReadCount(Draft draft)
    {
        if (Environments.PartnershipEnvironment.CountOf(draft) is { } partners)
        {
            return (partners, partners);
        }

        if (draft.First("Agents") is not { } use || use.Number(0) is not { } first)
        {
            return (0, null);
        }

        var last = use.Number(1) ?? first;
        if (first < 1)
        {
            draft.Report(Rule.AgentCount, use.At(0), $"{Words.Of(first)} is below 1");
        }
        else if (first == last && first > MostAgents)
        {
            draft.Report(Rule.AgentCount, use.At(0), $"{Words.Of(first)} is above {Words.Of(MostAgents)}; without [Agents] their number is known when the mechanism runs");
        }
        else if (last < first)
        {
            draft.Report(Rule.AgentCount, use.At(1), $"the largest number {Words.Of(last)} is below the smallest, {Words.Of(first)}");
        }

        return ((int)first, (int)last);
    }

    internal static string? NameObstacle(string name) => name switch
    {
        "" => "it is empty",
        _ when !SyntaxFacts.IsValidIdentifier(name) => "it is not a C# identifier",
        _ when SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None => "it is a keyword of C#",
        _ when Declarations.GeneratedMembers.Contains(name) || IsResultMember(name) || IsParameter(name) => "the generated part uses it",
        _ => null,
    };

    private static bool IsResultMember(string name) =>
        name is "Winner" or "Price" or "IsSold" or "Unsold" or "Shares" or "Equals" or "GetHashCode" or "GetType" or "ToString" or "Deconstruct" or "MemberwiseClone" or "ReferenceEquals" or "Finalize" or "Clearing";

    // Agents become parameters beside these, with a small first letter.
    private static bool IsParameter(string name) =>
        (char.ToLowerInvariant(name[0]) + name.Substring(1)) is "reserve" or "ceiling" or "winners" or "prices" or "auction" or "sale" or "bids" or "costs" or "buys" or "sells" or "clearing";

    internal void CheckReferences(Draft draft)
    {
        foreach (var use in draft.Uses.Where(use => use.Property("Agent") is not null))
        {
            var name = use.TextOf("Agent");
            if (name is null || Names.Contains(name))
            {
                continue;
            }

            var nearest = NearestName.Of(name, Names);
            var hint = !IsNamed ? "; this declaration names no agents" : nearest is null ? $"; the agents are {string.Join(", ", Names)}" : $"; did you mean '{nearest}'?";
            draft.Report(Rule.UnknownAgent, use.At("Agent"), [name, hint], nearest is null ? [] : [new FixProperty(FixData.Nearest, nearest)]);
        }
    }
}
