using Fractions;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Optima;

/// <summary>Reads a <c>[Goal]</c> method by running it at every profile of types for every outcome (MECH0005, MECH0012, MECH1011, MECH1012, MECH1014).</summary>
internal static class GoalReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Goal";

    private const string Own = "Objective.Own";

    /// <summary>What a unit of payments counts, with findings for a goal without a method, a method without a goal, and numbers outside their domain.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="use">The attribute that states the objective.</param>
    /// <param name="goal">The objective.</param>
    public static Fraction WeightOf(Draft draft, Use use, OptimumGoal goal)
    {
        var (rule, weight) = (draft.Rule(Attribute), use.NumberOf("PaymentWeight"));
        if (goal != OptimumGoal.Own)
        {
            if (rule is not null)
            {
                draft.Report(Findings.Rule.AttributesExclude, new Place.Rule(rule.Attribute, rule.Ordinal), [Attribute, use.Name, $"its objective is another one; {Own} maximises what the method says"], new FixProperty(FixData.Other, use.Name), new FixProperty(FixData.Marked, Attribute));
            }

            if (weight is not null)
            {
                draft.Report(Findings.Rule.WithoutEffect, use.At("PaymentWeight"), use.Name, $"payments are weighted under {Own} only");
            }

            return Fraction.Zero;
        }

        if (rule is null)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, use.At(0), "the objective", Own, "that of a method marked [Goal], which is missing here, or Objective.Revenue or Objective.Welfare");
        }
        else if (draft.Rule(DecisionReader.Attribute) is { } decision)
        {
            draft.Report(Findings.Rule.AttributesExclude, new Place.Rule(rule.Attribute, rule.Ordinal), [Attribute, decision.Attribute, "the decision is given already, and a goal would choose another one"], new FixProperty(FixData.Other, decision.Attribute), new FixProperty(FixData.Marked, Attribute));
        }

        if (weight is { } number && !(Math.Abs(number) <= Words.Largest))
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, use.At("PaymentWeight"), "the weight of payments", Words.Of(number), "from −1E15 to 1E15");
            return Fraction.Zero;
        }

        return weight is { } stated ? RationalText.FromDecimal(stated) : Fraction.Zero;
    }

    /// <summary>The optimum with what outcomes count; the given one under another goal, and if a finding says why the method cannot be used.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="problem">A problem with finitely many types and few profiles.</param>
    /// <param name="optimum">What is maximised.</param>
    public static Optimum Complete(Draft draft, Problem problem, Optimum optimum)
    {
        if (optimum.Goal != OptimumGoal.Own || draft.Rule(Attribute) is not { } rule || !ProfileRuns.AreUsable(draft, rule, SignatureObstacle(draft, rule, problem)))
        {
            return optimum;
        }

        var runs = new ProfileRuns(draft, rule, problem);
        List<EquatableArray<Fraction>> worth = [];
        for (var profile = 0; profile < runs.Environment.Design.Types.Profiles; profile++)
        {
            List<Fraction> row = [];
            var reports = runs.Reports(profile, 1);
            for (var outcome = 0; outcome < runs.Environment.Design.Outcomes; outcome++)
            {
                var (values, fault) = runs.Run(runs.Outcome(outcome), reports);
                if ((fault ?? Fault(values[0])) is { } wrong)
                {
                    runs.Report(profile, $" for {runs.Environment.Outcomes[outcome]}", wrong);
                    return optimum;
                }

                row.Add(RationalText.FromDecimal(values[0].ToNumber()));
            }

            worth.Add(row.ToEquatableArray());
        }

        return optimum with { Worth = worth.ToEquatableArray() };
    }

    private static string? Fault(Scalar scalar)
    {
        var number = scalar.ToNumber();
        return number >= -Words.Largest && number <= Words.Largest && (scalar.Kind != ScalarKind.Decimal || (decimal)number == scalar.AsDecimal)
            ? null
            : $"gives {scalar.ToString().TrimEnd('d', 'm', 'L')}, and what outcomes count lies from -1E15 to 1E15 with at most 15 digits";
    }

    private static string? SignatureObstacle(Draft draft, RuleMethod rule, Problem problem)
    {
        var isNumber = rule.Returns is RuleType.Number(not NumberKind.Boolean);
        if (problem.Environment.Feasible is AdditiveGoods)
        {
            return isNumber && rule.Parameters is [{ Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, RuleType.Number(NumberKind.Int32)) }, { Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, RuleType.Number(NumberKind.Double)) }]
                ? null
                : "it must take the owners of the goods and the values of all agents, agent by agent and good by good, and return a number: double Goal(ReadOnlySpan<int> owners, ReadOnlySpan<double> values)";
        }

        var (outcomes, type) = ProfileRuns.Names(draft);
        return isNumber && rule.Parameters is [{ Type: var outcome }, { Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, RuleType.Number own) }] && own == type && ProfileRuns.IsOutcome(outcome, outcomes)
            ? null
            : $"it must take an outcome and the types of all agents, and return a number: double Goal({outcomes?.Name} outcome, ReadOnlySpan<{(type is null ? "double" : SignatureCheck.Words(type))}> types)";
    }
}
