using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a sale of a divisible good.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of values, amounts and payments.</param>
/// <param name="Quantity">How many units there are.</param>
/// <param name="Lowest">The lowest price of a unit.</param>
/// <param name="Prices">The member of <c>UnitPrices</c> in the package.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record DivisiblePlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    double Quantity,
    double Lowest,
    string Prices,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static DivisiblePlan Of(Declaration declaration, SolvedDivisible divisible)
    {
        var money = divisible.Problem.Money;
        var currency = new Currency(money.Kind, money.Decimals);
        var prices = divisible.Problem.Payments switch
        {
            PaymentRule.UniformPrice => "LowestServed",
            PaymentRule.PayAsBid => "OwnValues",
            _ => "Clarke",
        };
        return new DivisiblePlan(declaration.Type, divisible.Evidence, currency, divisible.Good.Quantity, divisible.Lowest, prices, new DivisibleExplainer(divisible, currency).Explain())
        {
            Assumptions = divisible.Problem.Assumptions,
        };
    }
}
