using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a sale of identical items to agents who want several: who gets how many, what is paid and why, what does not hold. Its example is run.</summary>
internal sealed class UnitsExplainer(SolvedUnits units, Currency currency)
{
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        var (items, most) = (Number(units.Units.Items), Number(units.Units.PerAgent));
        Add(0, $"The {(units.Units.Items == 1 ? "item goes to the highest marginal value" : $"{items} items go to the highest marginal values")}, at most {most} to an agent; {PaidShort()}.");
        Add(1, $"What is reported: what each further item adds, up to {most} of them, none more than the one before; 0 for an item that is not wanted.");
        Add(1, "Who gets what: the highest marginal values of all, the lower index first among equals; a value of 0 gets nothing.");
        if (units.Lowest > 0)
        {
            Add(2, $"Values below {Number((decimal)units.Lowest)} get nothing; one that meets it exactly does.");
        }

        Add(1, $"What is paid: {Paid()}");
        AddExample();
        if (units.Problem.Payments is not PaymentRule.Clarke && new UnitsRefuter(units).Refute(Guarantee.DominantStrategyIncentiveCompatible) is { } deviation)
        {
            Add(1, $"What does not hold: truth as a dominant strategy. Asking for less can pay: {deviation}.");
        }

        if (currency.IsGrid)
        {
            Add(1, $"On the grid: values are multiples of {currency.StepText}, and payments are sums of values.");
        }

        _lines.AddRange(GuaranteeLines.Of(units.Evidence, units.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private string PaidShort() => units.Problem.Payments switch
    {
        PaymentRule.UniformPrice => "all pay the lowest value that is served for each item",
        PaymentRule.PayAsBid => "each pays its own values",
        _ => "each pays what its items would be worth to the others",
    };

    private string Paid()
    {
        var floor = units.Lowest > 0 ? Number((decimal)units.Lowest) : "nothing";
        return units.Problem.Payments switch
        {
            PaymentRule.UniformPrice => "for each item the lowest marginal value that is served, by all.",
            PaymentRule.PayAsBid => "the own marginal values of what one gets.",
            _ => $"for q items the q highest marginal values of the others that are not served, {floor} for each item that nobody else wants (Vickrey 1961).",
        };
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>Two agents who want one item more than there is.</summary>
    private void AddExample()
    {
        var (items, most) = (units.Units.Items, units.Units.PerAgent);
        if (items > 4 || most > 4)
        {
            return;
        }

        var high = Enumerable.Range(0, most).Select(unit => Math.Ceiling((decimal)units.Lowest) + 10 - (3 * unit)).ToList();
        var low = Enumerable.Range(0, most).Select(unit => Math.Max(0, Math.Ceiling((decimal)units.Lowest) + 8 - (4 * unit))).ToList();
        var outcome = new UnitsInterpreter(items, (decimal)units.Lowest, units.Problem.Payments).Run([high, low]);
        var words = Enumerable.Range(0, 2).Select(agent => outcome.Quantities[agent] == 0
            ? $"agent {Number(agent)} gets nothing"
            : $"agent {Number(agent)} gets {Number(outcome.Quantities[agent])} and pays {Number(outcome.Payments[agent])}");
        Add(2, $"At the values ({string.Join(", ", high.Select(Number))}) and ({string.Join(", ", low.Select(Number))}) {string.Join(", ", words)}.");
    }

    private static string Number(decimal value) => NumberText.Words((double)value, 12);
}
