using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// Reads a <c>[Feasible]</c> method by running it on every set of agents (MECH1011, MECH1012, MECH1014). With a set each smaller one must be possible (MECH0026): an
/// agent may stay away or bid too little.
/// </summary>
internal static class FeasibleReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Feasible";

    /// <summary>The method runs 2¹⁴ times while somebody types.</summary>
    private const int MostAgents = 14;

    /// <summary>The limit; null without such a method, and if findings say why it cannot be used.</summary>
    public static ServiceLimit.Listed? Read(Draft draft, Roster roster)
    {
        if (draft.Rule(Attribute) is not { } rule || !IsUsable(draft, rule))
        {
            return null;
        }

        var agents = roster.Names.Count;
        if (agents > MostAgents)
        {
            draft.Report(Findings.Rule.NamedAgents, Place(rule), draft.TypeName, FormattableString.Invariant($"'{rule.Name}' is run on every set of agents, and {agents} agents have too many; at most {MostAgents} agents can be named beside [Feasible]"));
            return null;
        }

        var compiled = new CompiledRule(rule.Body!);
        var sets = new ulong[((1 << agents) + 63) / 64];
        for (var set = 0; set < 1 << agents; set++)
        {
            if (Run(draft, roster, rule, compiled, set) is not { } isFeasible)
            {
                return null;
            }

            sets[set >> 6] |= isFeasible ? 1UL << (set & 63) : 0;
        }

        var limit = new ServiceLimit.Listed(rule.Name, sets.ToEquatableArray());
        return IsDownwardClosed(draft, roster, rule, limit) ? limit : null;
    }

    private static Place.Rule Place(RuleMethod rule) => new(rule.Attribute, rule.Ordinal);

    private static bool IsUsable(Draft draft, RuleMethod rule)
    {
        if (rule.Obstacle is { } obstacle)
        {
            SignatureCheck.Report(draft, rule, obstacle);
        }
        else if (!rule.IsStatic)
        {
            SignatureCheck.Report(draft, rule, "it must be static", new FixProperty(FixData.Signature, SignatureRepair.Static));
        }
        else if (rule.Parameters is not [{ Type: RuleType.Sequence(SequenceKind.ReadOnlySpan or SequenceKind.Array or SequenceKind.List, RuleType.Number(NumberKind.Boolean)) }])
        {
            SignatureCheck.Report(draft, rule, "it must take who is served, in the order of the agents: ReadOnlySpan<bool> served");
        }
        else if (rule.Returns is not RuleType.Number(NumberKind.Boolean))
        {
            SignatureCheck.Report(draft, rule, $"it returns {SignatureCheck.Words(rule.Returns)}, but must return bool: whether these agents can be served together");
        }
        else if (rule.Body is null)
        {
            draft.Report(Findings.Rule.OutsideSubset, Place(rule), rule.Name, rule.NotUnderstood ?? "it has no body");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static bool? Run(Draft draft, Roster roster, RuleMethod rule, CompiledRule compiled, int set)
    {
        var result = compiled.Execute([Enumerable.Range(0, roster.Names.Count).Select(agent => Scalar.Of(((set >> agent) & 1) != 0)).ToEquatableArray()]);
        if (result is { Status: RunStatus.Completed, Values: [var answer] })
        {
            return answer.AsBoolean;
        }

        draft.Report(Findings.Rule.NoResult, Place(rule), rule.Name, $"where {Words(roster, set)} it {(result.Status == RunStatus.Failed ? $"throws {result.Failure}" : "takes too many steps")}");
        return null;
    }

    private static bool IsDownwardClosed(Draft draft, Roster roster, RuleMethod rule, ServiceLimit.Listed limit)
    {
        for (var set = 0; set < 1 << roster.Names.Count; set++)
        {
            for (var agent = 0; agent < roster.Names.Count && limit.Admits(set); agent++)
            {
                var smaller = set & ~(1 << agent);
                if (!limit.Admits(smaller))
                {
                    draft.Report(
                        Findings.Rule.Limits,
                        Place(rule),
                        draft.TypeName,
                        $"'{rule.Name}' is true where {Words(roster, set)}, but not where {Words(roster, smaller)}; an agent can stay away or bid too little, so the smaller set must be possible too (who must be served is [MustServe])");
                    return false;
                }
            }
        }

        if (limit.Admits(0))
        {
            return true;
        }

        draft.Report(Findings.Rule.Limits, Place(rule), draft.TypeName, $"'{rule.Name}' is true for no set of agents, not even where nobody is served");
        return false;
    }

    private static string Words(Roster roster, int set) => set == 0
        ? "nobody is served"
        : $"{string.Join(", ", roster.Names.Where((_, agent) => ((set >> agent) & 1) != 0).Select(name => $"'{name}'"))} {((set & (set - 1)) == 0 ? "is" : "are")} served";
}
