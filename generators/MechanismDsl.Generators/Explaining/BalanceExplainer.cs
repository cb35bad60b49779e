using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains payments that are made of tables of all types: what is paid and why, what each type expects, and what balance costs.</summary>
/// <param name="solution">The solution.</param>
/// <param name="name">An agent's name.</param>
internal sealed class BalanceExplainer(SolvedChoice solution, Func<int, string> name)
{
    /// <summary>More numbers than this are no table that anybody reads in a sentence.</summary>
    private const int MostNumbers = 12;

    private readonly Problem _problem = solution.Problem;

    /// <summary>What everybody pays, as the end of a sentence about every agent.</summary>
    public static string Summary(PaymentRule rule) => rule switch
    {
        PaymentRule.Balanced { Method: BalancingMethod.ExpectedExternality } => "the agent before it what its type is expected to cost the others; the payments balance.",
        PaymentRule.Balanced { Method: BalancingMethod.DAgva } => "for what the others are expected to have of its report and theirs of it; the payments balance.",
        PaymentRule.Balanced => "what its type was expected to pay, less its part of the surplus; the payments balance.",
        PaymentRule.BalancedGroves => "a term of the others' types, less what the others have of it; the payments balance.",
        _ => "as much as its participation allows while it knows its own type only.",
    };

    /// <summary>The lines about payments.</summary>
    public IEnumerable<ExplanationLine> Payments() => _problem.Payments switch
    {
        PaymentRule.Balanced balanced => Balanced(balanced),
        PaymentRule.BalancedGroves => Groves(),
        _ => Interim(),
    };

    /// <summary>The lines about what each type expects, and about what balance gives up.</summary>
    public IEnumerable<ExplanationLine> Expectations()
    {
        if (solution.Expected is not { } expected || solution.Survey is not { } survey)
        {
            yield break;
        }

        for (var agent = 0; agent < expected.Interim.Count; agent++)
        {
            if (expected.Interim[agent].Count <= MostNumbers)
            {
                yield return new(2, $"{Capital(name(agent))} expects {List(expected.Interim[agent])} with type {string.Join(", ", survey.Types[agent].Select(Words))}.");
            }
        }

        if (survey.Lie is { } lie && _problem.Payments is PaymentRule.Balanced)
        {
            var types = survey.Types.Select((own, agent) => Words(own[At(survey, lie.Profile, agent)]));
            yield return new(1, $"What this does not give: truth as a dominant strategy. At types {string.Join(" and ", types)} {name(lie.Agent)} gains {RationalText.Of(lie.Gain)} by reporting {Words(survey.Types[lie.Agent][lie.Report])}.");
        }
    }

    private IEnumerable<ExplanationLine> Balanced(PaymentRule.Balanced rule)
    {
        yield return new(1, rule.Method switch
        {
            BalancingMethod.ExpectedExternality => "What an agent pays: what its type is expected to cost the others, which the agent before it receives, the last one for the first (Arrow 1979; d'Aspremont and Gérard-Varet 1979).",
            BalancingMethod.DAgva => "What an agent pays: it receives what the others are expected to have of its report, and pays its part of what they receive for theirs (d'Aspremont and Gérard-Varet 1979; Arrow 1979).",
            _ => $"What an agent pays: what its type is expected to pay {Base(rule.Base)}, less what the next agent's is; the expected surplus is shared alike (Börgers 2015).",
        });
        yield return new(2, "What one agent pays by its type the others receive, so payments balance at every profile; it needs types that are independent.");
        if (solution.Derived is not DerivedPayments.Balanced tables)
        {
            yield break;
        }

        if (rule.Method == BalancingMethod.Rebalanced)
        {
            var agents = tables.Exact.Tables.Count;
            yield return new(2, tables.Surplus.IsNegative
                ? $"Before balancing there is an expected deficit of {RationalText.Of(-tables.Surplus)}: every type pays {RationalText.Of(-tables.Surplus / agents)} of it."
                : $"Before balancing there is an expected surplus of {RationalText.Of(tables.Surplus)}: every type receives {RationalText.Of(tables.Surplus / agents)} of it.");
        }

        for (var agent = 0; agent < tables.Exact.Tables.Count; agent++)
        {
            if (tables.Exact.Tables[agent].Count <= MostNumbers)
            {
                var to = rule.Method == BalancingMethod.DAgva ? "each of the others" : name((agent + tables.Exact.Tables.Count - 1) % tables.Exact.Tables.Count);
                yield return new(2, $"By type {Capital(name(agent))} pays {to} {List(tables.Exact.Tables[agent])}.");
            }
        }

        if (tables.Shares.Count > 0)
        {
            yield return new(2, "Shares of the cost come on top: " + (_problem.Choice!.Shares is CostShares.Declared ? "those declared." : "all bear the same."));
        }

        yield return new(2, _problem.Money.IsGrid
            ? "Tables are rounded to the money's steps, and payments are exact: their sum is the cost to the last step."
            : $"Tables are rounded to multiples of 2^{Exponent(tables.Grid.Step)}, and sums of them are not rounded: payments for outcomes without cost sum to exactly zero.");
    }

    private static string Base(PaymentRule rule) => rule switch
    {
        PaymentRule.IndividuallyRational => "up to the limit of its participation",
        PaymentRule.Groves => "by the author's rule",
        _ => "for what its presence costs the others (Clarke 1971)",
    };

    private IEnumerable<ExplanationLine> Groves()
    {
        if (solution.Derived is DerivedPayments.None(var box))
        {
            var (lower, upper) = (Types(box.Base), Types(box.Other));
            yield return new(1, $"What an agent pays: what its presence costs the others (Clarke 1971), because no Groves payments balance: the mixed difference of the welfare between types {lower} and {upper} is {RationalText.Of(box.Value)} (Green and Laffont 1979).");
            yield return new(2, "What does not follow: payments that are truthful in expectation can still balance ([ExpectedExternality]), and payments up to the limit of participation can still collect enough.");
            yield break;
        }

        yield return new(1, "What an agent pays: a term of the others' types, less the sum of the others' values of the chosen outcome (Groves 1973).");
        yield return new(2, "The welfare is a sum of terms that each leave out one type: all its mixed differences vanish. Multiplied by the number of the other agents, these terms balance the payments (Green and Laffont 1979).");
        yield return new(2, _problem.Money.IsGrid ? "Terms are divided among the agents in whole steps of the money: sums are exact." : "Sums are made in the order of the agents; whole numbers up to 2^53 are exact.");
    }

    private IEnumerable<ExplanationLine> Interim()
    {
        yield return new(1, "What an agent pays: a constant, less what the others have of the chosen outcome (Krishna and Perry 1998).");
        yield return new(2, "The constant is the expected welfare of all at the one of its types where that is lowest, less its outside option: the most that participation allows to an agent that knows its own type only.");
        if (solution.Derived is DerivedPayments.Terms terms)
        {
            yield return new(2, $"Constants: {string.Join(", ", terms.Rows.Select((row, agent) => $"{name(agent)} {RationalText.Of(row[0])}"))}.");
        }
    }

    private string Types(EquatableArray<int> places) =>
        $"({string.Join(", ", places.Select((place, agent) => Words(solution.Survey!.Types[agent][place])))})";

    private static int At(ChoiceSurvey survey, int profile, int agent) => new Theory.Finite.TypeSpace(survey.Types.Select(own => own.Count).ToEquatableArray()).TypeAt(profile, agent);

    private static int Exponent(Fraction step)
    {
        var exponent = 0;
        for (; step < Fraction.One; step *= 2)
        {
            exponent--;
        }

        return exponent;
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);

    private static string List(EquatableArray<Fraction> numbers) => string.Join(", ", numbers.Select(RationalText.Of));

    private static string Words(double number) => NumberText.Words(number, 12);
}
