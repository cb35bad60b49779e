using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a partnership.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of reports and payments.</param>
/// <param name="Names">The partners' names in order; empty where they have none.</param>
/// <param name="Charges">What partners are charged for their reports: one rule for all, or one each.</param>
/// <param name="Sides">What every partner pays besides, on the grid of the money; they sum to zero.</param>
/// <param name="Numbers">The constants to write: name, summary, value.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record PartnershipPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    EquatableArray<string> Names,
    EquatableArray<ChargeRule> Charges,
    EquatableArray<double> Sides,
    EquatableArray<StatedNumber> Numbers,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>The number of partners.</summary>
    public int Count => Sides.Count;

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static PartnershipPlan Of(Declaration declaration, SolvedPartnership solved)
    {
        var money = solved.Problem.Money;
        var priors = PartnershipSolver.PriorsOf(solved.Problem);
        var rules = priors.Distinct().Count() == 1 ? 1 : priors.Count;
        var currency = new Currency(money.Kind, money.Decimals);
        var charges = Enumerable.Range(0, rules).Select(partner => ChargeTabulation.Of(priors, partner)).ToEquatableArray();
        return new PartnershipPlan(
            declaration.Type,
            solved.Evidence,
            currency,
            solved.Problem.Population is Population.Named(var named) ? named.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            charges,
            Balanced(solved.Partners, currency),
            NumbersOf(solved).ToEquatableArray(),
            new PartnershipExplainer(solved, charges, currency).Explain())
        {
            Assumptions = solved.Problem.Assumptions,
        };
    }

    private static EquatableArray<double> Balanced(EquatableArray<Partner> partners, Currency currency)
    {
        var sides = partners.Select(partner => currency.RoundDown(partner.SidePayment)).ToList();
        sides[sides.Count - 1] = sides.Take(sides.Count - 1).Aggregate(0.0, RationalText.Difference);
        return sides.ToEquatableArray();
    }

    private static IEnumerable<StatedNumber> NumbersOf(SolvedPartnership solved)
    {
        yield return StatedNumber.Of("Surplus", "What is left in expectation if every partner is held down to the worth of its share at its worst-off value: all agree if it is not negative.", solved.Surplus);
        yield return StatedNumber.Of("ExpectedWelfare", "The expected highest value, which the owner of everything has.", solved.Welfare);
        if (solved.Admissible is { } shares)
        {
            yield return new("LowestFirstShare", "The lowest share of the first partner at which both agree.", shares.Low);
            yield return new("HighestFirstShare", "The highest share of the first partner at which both agree.", shares.High);
        }
    }
}

/// <summary>A number of a solution that is worth a constant.</summary>
internal sealed record StatedNumber(string Name, string Summary, double Value)
{
    /// <summary>Digits of what is known by quadrature only.</summary>
    private const int Digits = 11;

    /// <summary>An expectation, with the digits that it has.</summary>
    public static StatedNumber Of(string name, string summary, Amount amount) =>
        new(name, summary, amount.Exact is null ? NumberText.Rounded(amount.Value, Digits) : amount.Value);
}

/// <summary>What a partner is charged for its report: E[highest other value; it is at most the report].</summary>
internal abstract record ChargeRule
{
    private ChargeRule() { }

    /// <summary>The others' values are uniform on [Low, High]: u^(n−1)·(value − (High − Low)·u/n) with u = (value − Low)/(High − Low).</summary>
    internal sealed record Uniform(double Low, double High, int Partners) : ChargeRule;

    /// <summary>Tables one after the other; 0 below the first, <paramref name="Top"/> above the last.</summary>
    internal sealed record Tables(EquatableArray<ChebyshevTable> Pieces, double Top) : ChargeRule;
}
