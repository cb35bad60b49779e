using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a choice among outcomes: what is chosen, what is paid and why, what that does not give, and what is guaranteed.</summary>
internal sealed class ChoiceExplainer(SolvedChoice solution)
{
    private readonly Problem _problem = solution.Problem;
    private readonly EquatableArray<string> _outcomes = ((Alternatives)solution.Problem.Environment.Feasible).Names;
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The mechanism in one sentence.</summary>
    public static string Summary(SolvedChoice solution) =>
        "The outcome that is worth most to all together is chosen, and every agent pays what its presence costs the others.";

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, Summary(solution));
        ExplainChoice();
        ExplainPayments();
        ExplainReports();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(solution.Evidence, _problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainChoice()
    {
        Add(1, $"What is chosen: the one of {string.Join(", ", _outcomes)} with the highest sum of values; among equals the first in this order.");
        Add(2, "Without any agent it is the first.");
    }

    private void ExplainPayments()
    {
        Add(1, "What an agent pays: the highest sum of the others' values over all outcomes, less the sum of the others' values of the chosen one (Clarke 1971).");
        Add(2, "That is 0 unless the agent is pivotal: unless without it another outcome would be chosen.");
        Add(2, _problem.Money.IsGrid ? "Sums and payments are exact." : "Sums are made in the order of the agents; whole numbers up to 2^53 are exact.");
    }

    private void ExplainReports()
    {
        var choice = _problem.Choice!;
        Add(1, $"Reports, checked in every run: what each outcome is worth to the agent, a number from {Words(choice.Low)} to {Words(choice.High)}.");
    }

    /// <summary>What Clarke payments do not give, at a profile.</summary>
    private void ExplainLimits()
    {
        if (solution.Survey is { } survey && survey.MostSurplus.Amount > 0 && solution.Evidence.All(evidence => evidence.Guarantee != Guarantee.ExPostBudgetBalanced))
        {
            Add(1, $"What this does not give: a balanced budget. At {Profile(survey.MostSurplus)} the agents pay {RationalText.Of(survey.MostSurplus.Amount)} more than anything costs"
                + (_problem.Choice!.Form == ValueForm.Reported ? "; no payments that keep truth dominant balance on all values (Green and Laffont 1979)." : "."));
        }

        if (solution.Survey is { LeastGain.Amount.IsNegative: true })
        {
            var worst = solution.Survey!.LeastGain;
            Add(1, $"What this does not give: that taking part never costs anything. At {Profile(worst)} {Name(worst.Agent)} ends at {RationalText.Of(worst.Amount)}"
                + (_problem.Choice!.Form == ValueForm.Reported ? "; values that cannot be negative say so with [Outcomes(Low = 0)]." : "."));
        }
    }

    private string Profile(ChoiceWitness witness) =>
        $"values {string.Join(" and ", witness.Reports.Select(report => $"({string.Join(", ", report.Select(Words))})"))}";

    private string Name(int agent) => _problem.Population is Population.Named(var named) ? named[agent].Name ?? string.Empty : FormattableString.Invariant($"agent {agent}");

    private static string Words(double number) => Math.Abs(number) == Planning.Market.LargestReport ? number < 0 ? "-1e15" : "1e15" : NumberText.Words(number, 12);
}
