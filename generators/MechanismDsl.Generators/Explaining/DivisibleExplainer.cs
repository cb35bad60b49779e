using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a sale of a divisible good: who gets how much, what is paid and why, what does not hold. Its example is run.</summary>
internal sealed class DivisibleExplainer(SolvedDivisible divisible, Currency currency)
{
    /// <summary>Examples with larger numbers would not be exact in decimals.</summary>
    private const double MostUnits = 1e12;

    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        var quantity = Number((decimal)divisible.Good.Quantity);
        Add(0, $"{quantity} {(divisible.Good.Quantity == 1 ? "unit goes" : "units go")} to the highest values, each up to its cap; {PaidShort()}.");
        Add(1, "What is reported: what a unit is worth, and how many units are wanted at most; a unit beyond the cap is worth nothing.");
        Add(1, "Who gets what: the highest values are filled up to their caps, the lower index first among equals; the last of them gets what is left. A value of 0 gets nothing.");
        if (divisible.Lowest > 0)
        {
            Add(2, $"Values below {Number((decimal)divisible.Lowest)} get nothing; one that meets it exactly does.");
        }

        Add(1, $"What is paid: {Paid()}");
        AddExample();
        if (divisible.Problem.Payments is not PaymentRule.Clarke && new DivisibleRefuter(divisible).Refute(Guarantee.DominantStrategyIncentiveCompatible) is { } deviation)
        {
            Add(1, $"What does not hold: truth as a dominant strategy. Asking for less can pay: {deviation}.");
        }

        Add(1, currency.IsGrid
            ? $"On the grid: values are multiples of {currency.StepText}, caps and amounts are whole numbers, and payments are exact."
            : "Amounts are doubles: whole numbers are exact, and a remainder below 2⁻⁵⁰ of the quantity counts as nothing.");
        _lines.AddRange(GuaranteeLines.Of(divisible.Evidence, divisible.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private string PaidShort() => divisible.Problem.Payments switch
    {
        PaymentRule.UniformPrice => "all pay the lowest value that is served for each unit",
        PaymentRule.PayAsBid => "each pays its own value for each unit",
        _ => "each pays what its units would be worth to the others",
    };

    private string Paid()
    {
        var floor = divisible.Lowest > 0 ? Number((decimal)divisible.Lowest) : "nothing";
        return divisible.Problem.Payments switch
        {
            PaymentRule.UniformPrice => "for each unit the lowest value that is served, by all.",
            PaymentRule.PayAsBid => "for each unit the own value.",
            _ => $"without the agent its units would fill what the others lack, the highest value first; it pays these values for them, {floor} for each unit that nobody else wants (Vickrey 1961; Clarke 1971).",
        };
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>Three agents who want more than there is.</summary>
    private void AddExample()
    {
        var quantity = (decimal)divisible.Good.Quantity;
        if (divisible.Good.Quantity > MostUnits || divisible.Lowest > MostUnits)
        {
            return;
        }

        var part = currency.IsGrid ? Math.Max(1, Math.Floor(quantity / 2)) : quantity / 2;
        var floor = Math.Ceiling((decimal)divisible.Lowest);
        List<(decimal Value, decimal Most)> demands = [(floor + 5, part), (floor + 3, quantity), (floor + 2, part)];
        var outcome = new DivisibleInterpreter(quantity, (decimal)divisible.Lowest, divisible.Problem.Payments).Run(demands);
        var words = Enumerable.Range(0, demands.Count).Select(agent => outcome.Amounts[agent] == 0
            ? $"agent {Number(agent)} gets nothing"
            : $"agent {Number(agent)} gets {Number(outcome.Amounts[agent])} and pays {Number(outcome.Payments[agent])}");
        Add(2, $"With caps of {string.Join(", ", demands.Select(demand => Number(demand.Most)))} at the values {string.Join(", ", demands.Select(demand => Number(demand.Value)))} {string.Join(", ", words)}.");
    }

    private static string Number(decimal value) => NumberText.Words((double)value, 12);
}
