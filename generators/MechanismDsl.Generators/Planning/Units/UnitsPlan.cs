using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a sale of identical items to agents who want several.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of values and payments.</param>
/// <param name="Units">How many items there are, and how many an agent can want.</param>
/// <param name="Lowest">The lowest price of an item.</param>
/// <param name="Prices">The member of <c>UnitPrices</c> in the package.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record UnitsPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    DecreasingUnits Units,
    double Lowest,
    string Prices,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static UnitsPlan Of(Declaration declaration, SolvedUnits units)
    {
        var money = units.Problem.Money;
        var currency = new Currency(money.Kind, money.Decimals);
        var prices = units.Problem.Payments switch
        {
            PaymentRule.UniformPrice => "LowestServed",
            PaymentRule.PayAsBid => "OwnValues",
            _ => "Clarke",
        };
        return new UnitsPlan(declaration.Type, units.Evidence, currency, units.Units, units.Lowest, prices, new UnitsExplainer(units, currency).Explain())
        {
            Assumptions = units.Problem.Assumptions,
        };
    }
}
