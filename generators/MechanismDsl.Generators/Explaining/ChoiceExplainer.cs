using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a choice among outcomes: what is chosen, what is paid and why, what is expected, what that does not give, and what is guaranteed.</summary>
internal sealed class ChoiceExplainer(SolvedChoice solution)
{
    private readonly Problem _problem = solution.Problem;
    private readonly OutcomeChoice _choice = solution.Problem.Choice!;
    private readonly EquatableArray<string> _outcomes = ((Alternatives)solution.Problem.Environment.Feasible).Names;
    private readonly EquatableArray<double> _costs = solution.Problem.Environment.Cost is SocialCost.PerOutcome(var amounts) ? amounts : [];
    private readonly List<ExplanationLine> _lines = [];

    private bool IsProject => _choice.Form == ValueForm.OfLast;

    private bool HasCost => _costs.Any(cost => cost != 0);

    private bool IsWeighted => _problem.Population is Population.Named(var named) && named.Any(agent => agent.Weight != 1);

    /// <summary>The mechanism in one sentence.</summary>
    public static string Summary(SolvedChoice solution)
    {
        var (choice, cost) = (solution.Problem.Choice!, solution.Problem.Environment.Cost is SocialCost.PerOutcome(var amounts) ? amounts : []);
        return choice.Form == ValueForm.OfLast
            ? "The project is carried out if it is worth more than its cost to all together, and every agent pays what its presence costs the others"
                + (choice.Shares is null ? "." : ", on top of its share of the cost.")
            : $"The outcome that is worth most to all together{(cost.Any(one => one != 0) ? ", its cost deducted," : string.Empty)} is chosen, and every agent pays "
                + (DerivedPayments.Applies(solution.Problem.Payments) ? BalanceExplainer.Summary(solution.Problem.Payments)
                : solution.Problem.Payments is PaymentRule.IndividuallyRational ? "as much as its participation allows."
                : solution.Problem.Payments is PaymentRule.Groves ? "what the author's rule makes of the others' types, less what the others have of it." : "what its presence costs the others.");
    }

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, Summary(solution));
        ExplainChoice();
        ExplainPayments();
        ExplainReports();
        ExplainOptions();
        ExplainExpectations();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(solution.Evidence, _problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>What staying away is worth, where a method of the author's says so.</summary>
    private void ExplainOptions()
    {
        var options = _problem.Choice!.Tables.SelectMany(table => table.Options).ToList();
        if (options.Count > 0)
        {
            Add(1, $"What staying away is worth: it follows from the type by a method of the author's, from {Words(options.Min())} to {Words(options.Max())}; promises about taking part are held against it.");
        }
    }

    private void ExplainChoice()
    {
        if (IsProject)
        {
            Add(1, $"What is decided: Built if the values sum to more than the cost {Words(_costs[1])}; a sum of exactly {Words(_costs[1])} is NotBuilt.");
            return;
        }

        Add(1, $"What is chosen: the one of {string.Join(", ", _outcomes)} with the highest {(IsWeighted ? "weighted " : string.Empty)}sum of values{Net()}; among equals the first in this order.");
        if (HasCost)
        {
            Add(2, $"Costs: {PerOutcome(_costs)}.");
        }

        if (_choice.Boosts.Any(boost => boost != 0))
        {
            Add(2, $"Added by the designer: {PerOutcome(_choice.Boosts)}.");
        }

        if (IsWeighted)
        {
            Add(2, $"Weights: {string.Join(", ", ((Population.Named)_problem.Population).Agents.Select(agent => $"{agent.Name} {Words(agent.Weight)}"))}.");
        }
    }

    private string Net() => (HasCost, _choice.Boosts.Any(boost => boost != 0)) switch
    {
        (true, true) => ", less its cost, plus what the designer adds",
        (true, false) => ", less its cost",
        (false, true) => ", plus what the designer adds",
        _ => string.Empty,
    };

    private string PerOutcome(EquatableArray<double> numbers) => string.Join(", ", _outcomes.Select((outcome, index) => $"{outcome} {Words(numbers[index])}"));

    private bool IsRational => _problem.Payments is PaymentRule.IndividuallyRational;

    private bool IsTabulated => DerivedPayments.Applies(_problem.Payments);

    private void ExplainPayments()
    {
        if (IsTabulated)
        {
            _lines.AddRange(new BalanceExplainer(solution, Name).Payments());
            return;
        }

        if (IsRational)
        {
            Add(1, _problem.Choice!.Tables.All(table => table.Options.Count == 0)
                ? "What an agent pays: the welfare of all at the one of its types where it is lowest, less its outside option, less what the others have of the chosen outcome (Krishna and Perry 1998)."
                : "What an agent pays: the welfare of all less its outside option, at the one of its types where that difference is lowest, less what the others have of the chosen outcome (Krishna and Perry 1998).");
            Add(2, "That is the most that participation allows, whatever the others report; a negative payment is received.");
            if (_problem.Population is Population.Named(var named) && named.Any(agent => agent.OutsideOption != 0))
            {
                Add(2, $"Outside options: {string.Join(", ", named.Select(agent => $"{agent.Name} {Words(agent.OutsideOption)}"))}.");
            }

            Add(2, _problem.Money.IsGrid ? "Sums and payments are exact." : "Sums are made in the order of the agents; whole numbers up to 2^53 are exact.");
            return;
        }

        if (_problem.Payments is PaymentRule.Groves)
        {
            Add(1, $"What an agent pays: a term of the others' types by the author's rule, less the sum of the others' values of the chosen outcome{Net()} (Groves 1973).");
            Add(2, "The term is not given the agent's own type, so truth stays dominant whatever it is; a negative payment is received.");
            Add(2, _problem.Money.IsGrid ? "Sums and payments are exact." : "Sums are made in the order of the agents; whole numbers up to 2^53 are exact.");
            return;
        }

        switch (_choice.Shares)
        {
            case CostShares.Equal:
                Add(1, $"What an agent pays: an equal share of the cost if the project is carried out{(_problem.Money.IsGrid ? " (what cannot be divided is borne by the first agents)" : string.Empty)}, and a tax if it is pivotal.");
                break;
            case CostShares.Declared(var amounts):
                Add(1, $"What an agent pays: its share of the cost if the project is carried out ({string.Join(", ", amounts.Select(Words))}), and a tax if it is pivotal.");
                break;
            default:
                Add(1, IsProject
                    ? "What an agent pays: if the project is carried out, what the others' values fall short of the cost (Clarke 1971); otherwise nothing."
                    : "What an agent pays: the highest sum of the others' values over all outcomes, less the sum of the others' values of the chosen one (Clarke 1971).");
                break;
        }

        Add(2, _choice.Shares is null
            ? "That is 0 unless the agent is pivotal: unless without it another outcome would be chosen."
            : "The tax is what the others lose, net of their shares, because the decision is another one than without it (Clarke 1971).");
        if (IsWeighted)
        {
            Add(2, "With weights, sums are weighted and the payment is divided by the agent's own weight (Roberts 1979).");
        }

        Add(2, _problem.Money.IsGrid ? "Sums and payments are exact." : "Sums are made in the order of the agents; whole numbers up to 2^53 are exact.");
    }

    private void ExplainReports()
    {
        var domain = $"from {Words(_choice.Low)} to {Words(_choice.High)}";
        Add(1, "Reports, checked in every run: " + _choice.Form switch
        {
            ValueForm.Reported => $"what each outcome is worth to the agent, a number {domain}.",
            ValueForm.OfLast => $"what the project is worth to the agent, a number {domain}.",
            _ when _choice.Tables.Count > 0 && _choice.Tables.All(table => table.Types.Count > 0) => $"the agent's type, one of finitely many {domain}.",
            _ => $"the agent's type, a number {domain}.",
        });
    }

    private void ExplainExpectations()
    {
        if (solution.NoNumbersBecause is { } reason)
        {
            Add(1, $"What is expected is not stated: {reason}.");
        }

        if (solution.Expected is not { } expected)
        {
            return;
        }

        Add(1, $"Expected under the priors: the outcome is worth {RationalText.Of(expected.Welfare)} to all together{(HasCost ? ", its cost deducted" : string.Empty)}, and the agents pay {RationalText.Of(expected.Revenue)}.");
        Add(2, $"{string.Join(", ", _outcomes.Select((outcome, index) => $"{outcome} with probability {RationalText.Of(expected.Chosen[index])}"))}; {(IsRational ? string.Empty : "somebody pays with probability " + RationalText.Of(expected.Paying) + ".")}".TrimEnd(' ', ';') + (IsRational ? "." : string.Empty));
        if (IsTabulated)
        {
            _lines.AddRange(new BalanceExplainer(solution, Name).Expectations());
        }

        if (IsRational)
        {
            var surplus = expected.Revenue - expected.Cost;
            Add(2, surplus.IsNegative
                ? $"The expected surplus is {RationalText.Of(surplus)}: these payments need a subsidy. On finite types other truthful payments may collect more."
                : $"The expected surplus is {RationalText.Of(surplus)}, not negative: rebalanced in expectation, payments can balance at every profile (Krishna and Perry 1998).");
        }
    }

    /// <summary>What Clarke payments do not give, at a profile.</summary>
    private void ExplainLimits()
    {
        if (solution.Survey is not { } survey)
        {
            return;
        }

        if (survey.LeastSurplus.Amount.IsNegative)
        {
            Add(1, $"What this does not give: payments that cover the cost at every profile. At {Profile(survey.LeastSurplus)} {Chosen(survey.LeastSurplus)} costs {RationalText.Of(Paid(survey.LeastSurplus) - survey.LeastSurplus.Amount)}, and the agents pay {RationalText.Of(Paid(survey.LeastSurplus))}.");
        }

        if (survey.MostSurplus.Amount > Fraction.Zero && solution.Evidence.All(evidence => evidence.Guarantee != Guarantee.ExPostBudgetBalanced))
        {
            Add(1, $"What this does not give: a balanced budget. At {Profile(survey.MostSurplus)} the agents pay {RationalText.Of(survey.MostSurplus.Amount)} more than {(HasCost ? "the cost" : "anything costs")}"
                + (_choice.Form == ValueForm.Reported ? "; no payments that keep truth dominant balance on all values (Green and Laffont 1979)." : "."));
        }

        if (survey.LeastGain.Amount.IsNegative)
        {
            Add(1, $"What this does not give: that taking part never costs anything. At {Profile(survey.LeastGain)} {Name(survey.LeastGain.Agent)} is left with {RationalText.Of(survey.LeastGain.Amount)}"
                + (_choice.Form == ValueForm.Reported ? "; values that cannot be negative say so with [Outcomes(Low = 0)]." : "."));
        }

        if ((_problem.Payments is PaymentRule.Groves || IsTabulated) && survey.LeastPayment.Amount.IsNegative)
        {
            Add(1, $"What this does not give: that nobody is paid. At {Profile(survey.LeastPayment)} {Name(survey.LeastPayment.Agent)} receives {RationalText.Of(-survey.LeastPayment.Amount)}.");
        }

        if (survey.MostWaste.Amount > Fraction.Zero)
        {
            Add(1, $"What this does not give: efficiency. At {Profile(survey.MostWaste)} {Chosen(survey.MostWaste)} is chosen, and another outcome is worth {RationalText.Of(survey.MostWaste.Amount)} more.");
        }
    }

    private string Chosen(ChoiceWitness witness) => _outcomes[witness.Outcome.Chosen];

    private static Fraction Paid(ChoiceWitness witness) => witness.Outcome.Payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment);

    private string Profile(ChoiceWitness witness) =>
        $"{(_choice.Form == ValueForm.OfType ? "types" : "values")} {string.Join(" and ", witness.Reports.Select(report => report.Count == 1 ? Words(report[0]) : $"({string.Join(", ", report.Select(Words))})"))}";

    private string Name(int agent) => _problem.Population is Population.Named(var named) ? named[agent].Name ?? string.Empty : FormattableString.Invariant($"agent {agent}");

    private static string Words(double number) => Math.Abs(number) == Planning.Market.LargestReport ? number < 0 ? "-1e15" : "1e15" : NumberText.Words(number, 12);
}
