using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains an assignment: who gets what, what is paid and why, what is guaranteed. Its example is run.</summary>
internal sealed class AssignmentExplainer(SolvedAssignment assignment, Currency currency)
{
    /// <summary>Values of two items for three agents, of which the last gets nothing and sets prices.</summary>
    private static readonly decimal[][] Example = [[5, 2], [4, 3], [1, 1]];

    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, "The items go where they are worth most in all, at most one to an agent; every agent pays the lowest competitive price of its item.");
        Add(1, "Who gets what: the assignment with the greatest sum of values. Among equal sums an earlier agent keeps its item: a later one displaces it only where that adds something.");
        if (assignment.Items.Count is not null)
        {
            Add(2, $"Items: {string.Join(", ", assignment.Items.Names.Select(Item))}.");
        }

        Add(1, "What is paid: what the agent's presence costs the others (Clarke 1971), which is the lowest price at which everybody can have an item that it likes best (Leonard 1983); nothing without an item.");
        if (assignment.Items is { Count: null or 2, Capacities.Count: 0 })
        {
            AddExample();
        }

        Add(1, "What does not hold: balance. Prices of contested items are paid, and nobody receives them.");
        if (currency.IsGrid)
        {
            Add(1, $"On the grid: values and prices are multiples of {currency.StepText}, found in whole numbers of them; values so large that their sums would not be exact are refused.");
        }

        _lines.AddRange(GuaranteeLines.Of(assignment.Evidence, assignment.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Item(string name, int index) =>
        assignment.Items.Capacities.Count == 0 ? name : string.Format(CultureInfo.InvariantCulture, "{0} ({1})", name, assignment.Items.Capacities[index]);

    private void AddExample()
    {
        var outcome = new AssignmentInterpreter(assignment.Items).Run(Example);
        var words = Enumerable.Range(0, Example.Length).Select(agent => outcome.Items[agent] < 0
            ? $"agent {Number(agent)} gets nothing"
            : $"agent {Number(agent)} gets {(assignment.Items.Count is null ? $"item {Number(outcome.Items[agent])}" : assignment.Items.Names[outcome.Items[agent]])} for {Number(outcome.Payments[agent])}");
        Add(2, $"At the values {string.Join(", ", Example.Select(row => $"({string.Join(", ", row.Select(Number))})"))} {string.Join(", ", words)}.");
    }

    private static string Number(decimal value) => NumberText.Words((double)value, 12);
}
