using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Screening;

/// <summary>
/// A solved income tax: what everybody produces, keeps and pays. Utility is consumption less labour²/2 with labour = output/skill: the disutility depends on
/// the skill, without which there is nothing to screen.
/// </summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedTaxation(Problem Problem, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    /// <summary>The outcome of every skill where there are finitely many; empty otherwise.</summary>
    public EquatableArray<Bracket> Brackets { get; init; }

    /// <summary>The skills that share one output although their skills differ, from the lowest.</summary>
    public required EquatableArray<Bunch> Bunches { get; init; }

    /// <summary>Expected tax before anything is handed back.</summary>
    public required Amount Revenue { get; init; }

    /// <summary>What everybody receives, whatever it produces: the revenue, or nothing where the government keeps it.</summary>
    public Amount Rebate => Schedules.Objective == TaxObjective.Revenue ? Amount.Zero : Revenue;

    /// <summary>What is optimised.</summary>
    public TaxSchedules Schedules => (TaxSchedules)Problem.Environment.Feasible;
}

/// <summary>What one of finitely many skills produces and keeps, before the rebate. Exact.</summary>
/// <param name="Skill">Output per unit of labour.</param>
/// <param name="Output">q.</param>
/// <param name="Consumption">p.</param>
/// <param name="Utility">p − (q/skill)²/2.</param>
public sealed record Bracket(Fraction Skill, Fraction Output, Fraction Consumption, Fraction Utility)
{
    /// <summary>q − p.</summary>
    public Fraction Tax => Output - Consumption;

    /// <summary>1 − q/skill²: the part of one more unit of output that the taxpayer would not keep if it were indifferent.</summary>
    public Fraction MarginalTax => Fraction.One - (Output / (Skill * Skill));
}

/// <summary>Skills that all produce the same.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">The highest.</param>
/// <param name="Output">What they produce.</param>
public sealed record Bunch(double From, double To, double Output);
