using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Screening;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for an income tax.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Numbers">The constants of expectations.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record TaxationPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    TaxRule Schedule,
    EquatableArray<StatedNumber> Numbers,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static TaxationPlan Of(Declaration declaration, SolvedTaxation tax)
    {
        var curve = tax.Brackets.Count == 0 && tax.Schedules.Weight > 0 ? TaxationSolver.CurveOf(tax.Problem, CancellationToken.None) : null;
        return new TaxationPlan(
            declaration.Type,
            tax.Evidence,
            tax.Schedules.Weight == 0 ? new TaxRule.None()
                : curve is null ? new TaxRule.Finite(
                    tax.Brackets.Select(bracket => RationalText.ToDouble(bracket.Skill)).ToEquatableArray(),
                    tax.Brackets.Select(bracket => RationalText.ToDouble(bracket.Output)).ToEquatableArray(),
                    tax.Brackets.Select(bracket => RationalText.ToDouble(bracket.Utility + (tax.Rebate.Exact ?? Fractions.Fraction.Zero))).ToEquatableArray())
                : Continuous(tax, curve),
            [
                StatedNumber.Of("ExpectedTax", "Expected tax per head, before anything is handed back.", tax.Revenue),
                StatedNumber.Of("Rebate", "What everybody receives, whatever it produces.", tax.Rebate),
            ],
            new TaxationExplainer(tax, curve).Explain())
        {
            Assumptions = tax.Problem.Assumptions,
        };
    }

    private static TaxRule.Continuous Continuous(SolvedTaxation tax, OutputCurve curve)
    {
        var prior = TaxationSolver.PriorOf(tax.Problem);
        double[] ends = [.. curve.Kinks];
        var (lowest, highest) = (curve.At(prior.Lower), curve.At(prior.Upper));
        return new TaxRule.Continuous(
            prior.Lower,
            prior.Upper,
            prior is UniformPrior && curve.Bunches.Count == 0 ? tax.Schedules.Weight : null,
            prior is UniformPrior && curve.Bunches.Count == 0 ? [] : PanelTables.Of(curve.At, ends, highest),
            PanelTables.Of(curve.Rent, ends, curve.Rent(prior.Upper)),
            NumberText.Rounded(lowest),
            NumberText.Rounded(highest),
            NumberText.Rounded(highest - (StatedNumber.Of(string.Empty, string.Empty, tax.Rebate).Value + curve.Rent(prior.Upper) + (highest / prior.Upper * (highest / prior.Upper) / 2))));
    }
}

/// <summary>A tax schedule.</summary>
internal abstract record TaxRule
{
    private TaxRule() { }

    /// <summary>Nobody is taxed.</summary>
    internal sealed record None : TaxRule;

    /// <summary>Finitely many skills, what they produce, and what they are left with (the rebate included).</summary>
    internal sealed record Finite(EquatableArray<double> Skills, EquatableArray<double> Outputs, EquatableArray<double> Utilities) : TaxRule;

    /// <summary>An interval of skills.</summary>
    /// <param name="Low">The lowest skill.</param>
    /// <param name="High">The highest skill.</param>
    /// <param name="UniformWeight">For uniform skills λ: output is skill³/(skill + 2λ(High − skill)); null: <paramref name="Outputs"/> say it.</param>
    /// <param name="Outputs">Tables of output.</param>
    /// <param name="Rents">Tables of the rent before the rebate.</param>
    /// <param name="LowestOutput">Output of the lowest skill.</param>
    /// <param name="HighestOutput">Output of the highest skill.</param>
    /// <param name="TopTax">Tax of the highest skill, the rebate deducted.</param>
    internal sealed record Continuous(
        double Low, double High, double? UniformWeight, EquatableArray<ChebyshevTable> Outputs, EquatableArray<ChebyshevTable> Rents, double LowestOutput, double HighestOutput, double TopTax) : TaxRule;
}
