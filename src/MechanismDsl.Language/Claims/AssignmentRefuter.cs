using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>The one thing that an efficient assignment cannot promise is balance: contested items are paid for, and nobody receives the money.</summary>
internal sealed class AssignmentRefuter(SolvedAssignment assignment)
{
    private const decimal High = 10, Low = 6;

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee)
    {
        if (guarantee is not (Guarantee.ExPostBudgetBalanced or Guarantee.ExAnteBudgetBalanced))
        {
            return null;
        }

        // One agent more than there are copies of the first item wants it.
        var copies = assignment.Items.Capacities.Count == 0 ? 1 : assignment.Items.Capacities[0];
        if (copies > 4)
        {
            return null;
        }

        var items = assignment.Items.Count ?? 1;
        var values = Enumerable.Range(0, copies + 1)
            .Select(agent => (IReadOnlyList<decimal>)[agent < copies ? High : Low, .. Enumerable.Repeat(0m, items - 1)])
            .ToList();
        var paid = new AssignmentInterpreter(assignment.Items).Run(values).Payments.Sum();
        var profile = string.Join(", ", values.Select(row => $"({string.Join(", ", row.Select(Text))})"));
        var belief = guarantee == Guarantee.ExAnteBudgetBalanced ? " under a belief that expects these reports" : string.Empty;
        return paid == 0 ? null : $"at the values {profile} the payments sum to {Text(paid)}, not equal to the cost 0{belief}";
    }

    private static string Text(decimal number) => NumberText.Words((double)number, 10);
}
