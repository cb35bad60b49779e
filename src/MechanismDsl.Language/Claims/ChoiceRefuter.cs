using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Says at which profile a guarantee of a choice among outcomes fails. The profiles are those that the solution was run at: all of them where types are
/// finitely many, otherwise a sample. Every number is rational and exact.
/// </summary>
internal sealed class ChoiceRefuter(SolvedChoice solution)
{
    private readonly Problem _problem = solution.Problem;
    private readonly EquatableArray<string> _outcomes = ((Alternatives)solution.Problem.Environment.Feasible).Names;
    private readonly bool _hasPriors = solution.Problem.Information != Information.Unknown;

    /// <summary>More types than this are not listed in one message.</summary>
    private const int MostTypes = 6;

    /// <summary>Without a prior a promise in expectation must hold for every belief, also for a sure one.</summary>
    private const string SureBelief = " for an agent that expects these reports";

    /// <summary>The counterexample in words; null if none is known.</summary>
    public string? Refute(Guarantee guarantee) => solution.Survey is not { } survey ? null : guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible when survey.Lie is { } lie => Gain(survey, lie),
        Guarantee.BayesianIncentiveCompatible when survey.InterimLie is { } lie => Gain(survey, lie),
        Guarantee.ExPostIndividuallyRational => Loss(survey.LeastGain, string.Empty),
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational when !_hasPriors => Loss(survey.LeastGain, SureBelief),
        Guarantee.InterimIndividuallyRational when survey.Expected is { } expected => InterimLoss(survey, expected),
        Guarantee.ExAnteIndividuallyRational when survey.Expected is { } expected => ExAnteLoss(survey, expected),
        Guarantee.ExPostBudgetBalanced => Unbalanced(survey),
        Guarantee.ExAnteBudgetBalanced when !_hasPriors => Unbalanced(survey),
        Guarantee.ExAnteBudgetBalanced when survey.Expected is { } expected && expected.Revenue != expected.Cost =>
            $"expected payments are {Text(expected.Revenue)}, and the expected cost is {Text(expected.Cost)}",
        Guarantee.NoDeficit => Deficit(survey.LeastSurplus),
        Guarantee.NoSubsidy when survey.LeastPayment is { Amount.IsNegative: true } paid =>
            $"at {Profile(paid)} {_outcomes[paid.Outcome.Chosen]} is chosen and {Name(paid.Agent)} receives {Text(-paid.Amount)}",
        Guarantee.AllocativelyEfficient => Waste(survey.MostWaste),
        _ => null,
    };

    private string? Loss(ChoiceWitness worst, string because)
    {
        if (!worst.Amount.IsNegative)
        {
            return null;
        }

        var option = worst.Values[worst.Agent][worst.Outcome.Chosen] - worst.Outcome.Payments[worst.Agent] - worst.Amount;
        var payment = worst.Outcome.Payments[worst.Agent];
        var utility = worst.Values[worst.Agent][worst.Outcome.Chosen] - payment;
        var instead = option.IsZero ? string.Empty : $", where staying away is worth {Text(option)}";
        return $"at {Profile(worst)} {_outcomes[worst.Outcome.Chosen]} is chosen, which is worth {Text(utility + payment)} to {Name(worst.Agent)}, and it {Pays(payment)}; "
            + $"that leaves it {Text(utility)}{instead}: a loss of {Text(-worst.Amount)}{because}";
    }

    /// <summary>A lie, at the profile at which it pays or in expectation.</summary>
    private string Gain(ChoiceSurvey survey, Lie lie)
    {
        var types = survey.Types[lie.Agent];
        var instead = $"{NumberText.Words(types[lie.Report], 10)} instead of {NumberText.Words(types[lie.Type], 10)}";
        if (lie.Profile < 0)
        {
            return $"type {NumberText.Words(types[lie.Type], 10)} of {Name(lie.Agent)} expects {Text(lie.Truth)} from the truth, and {Text(lie.Deviation)} if it reports {instead}: a gain of {Text(lie.Gain)}";
        }

        var places = new TypeSpace(survey.Types.Select(own => own.Count).ToEquatableArray()).TypesAt(lie.Profile);
        var profile = places.Select((place, agent) => $"{(agent == lie.Agent ? "[" : string.Empty)}{NumberText.Words(survey.Types[agent][place], 10)}{(agent == lie.Agent ? "]" : string.Empty)}");
        return $"at the types ({string.Join(", ", profile)}) {Name(lie.Agent)} has {Text(lie.Truth)} from the truth, and {Text(lie.Deviation)} if it reports {instead}: a gain of {Text(lie.Gain)}";
    }

    /// <summary>All types of the first agent that lose, in one sentence.</summary>
    private string? InterimLoss(ChoiceSurvey survey, ChoiceNumbers expected)
    {
        for (var agent = 0; agent < expected.Interim.Count; agent++)
        {
            Fraction OptionOf(int type) => OutsideOptions.Of(_problem, agent, type);
            var losing = Enumerable.Range(0, expected.Interim[agent].Count).Where(type => !survey.Masses[agent][type].IsZero && expected.Interim[agent][type] < OptionOf(type)).ToList();
            if (losing.Count > 0)
            {
                var shown = losing.Take(MostTypes).ToList();
                var utilities = Words(shown.Select(type => Text(expected.Interim[agent][type])));
                var losses = Words(shown.Select(type => Text(OptionOf(type) - expected.Interim[agent][type])));
                var options = Words(shown.Select(type => Text(OptionOf(type))).Distinct());
                var rest = losing.Count > shown.Count ? FormattableString.Invariant($", and {losing.Count - shown.Count} more types lose") : string.Empty;
                return shown.Count == 1
                    ? $"type {NumberText.Words(survey.Types[agent][shown[0]], 10)} of {Name(agent)} expects {utilities}, and staying away is worth {options}: a loss of {losses}{rest}"
                    : $"types {Words(shown.Select(type => NumberText.Words(survey.Types[agent][type], 10)))} of {Name(agent)} expect {utilities}, and staying away is worth {options}: losses of {losses}{rest}";
            }
        }

        return null;
    }

    private string? ExAnteLoss(ChoiceSurvey survey, ChoiceNumbers expected)
    {
        var utilities = expected.ExAnte(survey.Masses);
        for (var agent = 0; agent < utilities.Count; agent++)
        {
            var option = OutsideOptions.Mean(_problem, agent, survey.Masses[agent]);
            if (utilities[agent] < option)
            {
                return $"{Name(agent)} expects {Text(utilities[agent])} before it knows its type, and staying away is worth {Text(option)}";
            }
        }

        return null;
    }

    private string? Unbalanced(ChoiceSurvey survey)
    {
        var worst = survey.MostSurplus.Amount > -survey.LeastSurplus.Amount ? survey.MostSurplus : survey.LeastSurplus;
        return worst.Amount.IsZero ? null : Sum(worst, worst.Amount.IsNegative ? "less than" : "more than");
    }

    private string? Deficit(ChoiceWitness worst) => worst.Amount.IsNegative ? Sum(worst, "less than") : null;

    private string Sum(ChoiceWitness worst, string relation)
    {
        var paid = worst.Outcome.Payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment);
        return $"at {Profile(worst)} {_outcomes[worst.Outcome.Chosen]} is chosen and the payments sum to {Text(paid)}, {relation} its cost {Text(paid - worst.Amount)}";
    }

    private string? Waste(ChoiceWitness worst)
    {
        if (!(worst.Amount > Fraction.Zero))
        {
            return null;
        }

        var interpreter = new ChoiceInterpreter(_problem);
        var costs = Enumerable.Range(0, _outcomes.Count).Select(interpreter.Cost).ToList();
        var better = ParetoCheck.Of([.. worst.Values.Select(row => (IReadOnlyList<Fraction>)row)], worst.Outcome.Chosen, worst.Outcome.Payments, costs)!;
        return $"at {Profile(worst)} {_outcomes[worst.Outcome.Chosen]} is chosen, but {_outcomes[better.Alternative]} is worth {Text(better.Delta)} more: "
            + $"with the payments ({string.Join(", ", better.Payments.Select(Text))}) instead of ({string.Join(", ", worst.Outcome.Payments.Select(Text))}) everybody gains {Text(better.Gain)}";
    }

    private string Profile(ChoiceWitness witness)
    {
        var reports = witness.Reports.Select((report, agent) =>
        {
            var text = string.Join(", ", report.Select(number => NumberText.Words(number, 10)));
            text = report.Count == 1 ? text : $"({text})";
            return agent == witness.Agent ? $"[{text}]" : text;
        });
        return $"the {(_problem.Choice!.Form == ValueForm.OfType ? "types" : "values")} ({string.Join(", ", reports)})";
    }

    private string Name(int agent) => _problem.Population is Population.Named(var named) ? $"'{named[agent].Name}'" : FormattableString.Invariant($"agent {agent}");

    private static string Pays(Fraction payment) => payment.IsZero ? "pays nothing" : payment.IsNegative ? $"receives {Text(-payment)}" : $"pays {Text(payment)}";

    private static string Words(IEnumerable<string> words)
    {
        var list = words.ToList();
        return list.Count == 1 ? list[0] : $"{string.Join(", ", list.Take(list.Count - 1))} and {list[list.Count - 1]}";
    }

    /// <summary>A rational number as prose prints it: whole, a short decimal, or a fraction.</summary>
    private static string Text(Fraction number) => RationalText.Of(number);
}
