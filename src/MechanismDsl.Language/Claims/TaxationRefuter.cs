using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Screening;

namespace MechanismDsl.Language.Claims;

/// <summary>Names a skill at which a promise of an income tax fails.</summary>
internal sealed class TaxationRefuter(SolvedTaxation tax, CancellationToken cancellation)
{
    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee)
    {
        var (skill, output, consumption) = Lowest();
        var paid = output - consumption;
        var tolerance = 1e-9 * Math.Max(output, skill * skill);
        return guarantee switch
        {
            Guarantee.AllocativelyEfficient when Math.Abs((skill * skill) - output) > tolerance =>
                $"a person of skill {Profile.Text(skill)} produces {Profile.Text(output)}, where {Profile.Text(skill * skill)} would be worth {Profile.Text((((skill * skill) - output) * ((skill * skill) - output)) / (2 * skill * skill))} more",
            Guarantee.NoSubsidy or Guarantee.NoDeficit when paid < -tolerance =>
                $"a person of skill {Profile.Text(skill)} produces {Profile.Text(output)} and receives {Profile.Text(-paid)}",
            Guarantee.ExPostBudgetBalanced when Math.Abs(paid) > tolerance =>
                $"where all have the skill {Profile.Text(skill)}, each {(paid > 0 ? $"pays {Profile.Text(paid)}" : $"receives {Profile.Text(-paid)}")}",
            Guarantee.ExAnteBudgetBalanced when tax.Rebate.Value != tax.Revenue.Value => $"the expected tax is {tax.Revenue.Text}, and nothing is handed back",
            _ => null,
        };
    }

    private (double Skill, double Output, double Consumption) Lowest()
    {
        if (tax.Brackets.Count > 0)
        {
            var lowest = tax.Brackets[0];
            return (RationalText.ToDouble(lowest.Skill), RationalText.ToDouble(lowest.Output), RationalText.ToDouble(lowest.Consumption) + tax.Rebate.Value);
        }

        var skill = TaxationSolver.PriorOf(tax.Problem).Lower;
        var curve = TaxationSolver.CurveOf(tax.Problem, cancellation);
        var output = curve.At(skill);
        return (skill, output, tax.Rebate.Value + curve.Rent(skill) + (output * output / (2 * skill * skill)));
    }
}
