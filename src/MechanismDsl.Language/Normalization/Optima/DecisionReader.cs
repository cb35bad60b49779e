using System.Globalization;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Optima;

/// <summary>Reads a <c>[Decision]</c> method by running it at every profile of types (MECH0005, MECH1011, MECH1012, MECH1014).</summary>
internal static class DecisionReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Decision";

    /// <summary>What does not go with a decision of the author's own.</summary>
    public static void Check(Draft draft)
    {
        if (draft.Rule(Attribute) is not { } rule)
        {
            return;
        }

        if (draft.First("Efficient") is { } efficient && EnvironmentTable.Of(draft)?.Deciding.Contains("Efficient") == true)
        {
            draft.Report(
                Findings.Rule.AttributesExclude,
                new Place.Rule(rule.Attribute, rule.Ordinal),
                [Attribute, efficient.Name, "each of them says what is decided; [Optimal(objective)] finds payments for a decision of one's own"],
                new FixProperty(FixData.Other, efficient.Name),
                new FixProperty(FixData.Marked, Attribute));
        }

        if (draft.First(OptimalReader.Attribute) is { } optimal && optimal.NumberOf("Deterministic") is 1)
        {
            draft.Report(Findings.Rule.WithoutEffect, optimal.At("Deterministic"), OptimalReader.Attribute, "a decision of one's own has no lotteries");
        }
    }

    /// <summary>For each profile the outcome; null without such a method, and if a finding says why it cannot be used.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="problem">A problem with finitely many types and few profiles.</param>
    public static EquatableArray<int>? Read(Draft draft, Problem problem)
    {
        if (draft.Rule(Attribute) is not { } rule || !ProfileRuns.AreUsable(draft, rule, SignatureObstacle(draft, rule, problem)))
        {
            return null;
        }

        var runs = new ProfileRuns(draft, rule, problem);
        List<int> decision = [];
        for (var profile = 0; profile < runs.Environment.Design.Types.Profiles; profile++)
        {
            var (values, fault) = runs.Run(runs.Reports(profile, 0));
            var (outcome, wrong) = fault is not null ? (-1, fault) : runs.Goods > 0 ? Division(values, runs.Agents) : Member(values, draft);
            if (wrong is not null)
            {
                runs.Report(profile, string.Empty, wrong);
                return null;
            }

            decision.Add(outcome);
        }

        return decision.ToEquatableArray();
    }

    private static (int Outcome, string? Fault) Division(EquatableArray<Scalar> owners, int agents)
    {
        var numbers = owners.Select(owner => owner.ToNumber()).ToList();
        var wrong = numbers.FindIndex(owner => owner < -1 || owner >= agents);
        return wrong >= 0
            ? (-1, $"gives good {Words.Of(wrong)} to agent {Words.Of(numbers[wrong])}, but an owner is from 0 to {Words.Of(agents - 1)}, or −1 for nobody")
            : (GoodsDivision.OutcomeOf(agents, [.. numbers.Select(owner => (int)owner)]), null);
    }

    private static (int Outcome, string? Fault) Member(EquatableArray<Scalar> result, Draft draft)
    {
        var use = draft.First(OutcomesEnvironment.Attribute)!.Value;
        var members = OutcomesEnvironment.MembersOf(use);
        var value = result[0].ToNumber().ToString("R", CultureInfo.InvariantCulture);
        var outcome = members.TakeWhile(member => member.Value != value).Count();
        return outcome < members.Count ? (outcome, null) : (-1, $"gives {value}, which is no member of {use.Attribute.TypeArgument?.Name}");
    }

    private static string? SignatureObstacle(Draft draft, RuleMethod rule, Problem problem)
    {
        if (problem.Environment.Feasible is AdditiveGoods)
        {
            return rule is { Returns: RuleType.Nothing, Parameters: [{ Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, RuleType.Number(NumberKind.Double)) }, { Type: RuleType.Sequence(SequenceKind.Span, RuleType.Number(NumberKind.Int32)) }] }
                ? null
                : "it must take the values of all agents, agent by agent and good by good, and fill the owners of the goods: void Divide(ReadOnlySpan<double> values, Span<int> owners)";
        }

        var (outcomes, type) = ProfileRuns.Names(draft);
        return rule.Parameters is [{ Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, RuleType.Number own) }] && own == type && ProfileRuns.IsOutcome(rule.Returns, outcomes)
            ? null
            : $"it must take the types of all agents and return the outcome: {outcomes?.Name} Decide(ReadOnlySpan<{(type is null ? "double" : SignatureCheck.Words(type))}> types)";
    }
}
