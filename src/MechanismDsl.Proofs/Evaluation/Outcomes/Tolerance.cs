using MechanismDsl.Proofs.Questions;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// How far two computed numbers can be apart and still count as equal. Rounding of real-valued rules must not refute what real arithmetic proves
/// (<see cref="Verdicts.Arithmetic.Real"/>), so the tolerance is relative 10⁻⁹; winners, services, units and integers are compared exactly.
/// </summary>
/// <remarks>
/// Relative to the numbers compared, and at least to the size that matters: differences of large terms leave rounding errors where the result is
/// near zero. That size is 1, or the largest number that occurs if it is smaller, so that rules for tiny amounts are judged as sharply.
/// </remarks>
internal sealed class Tolerance
{
    private const double Relative = 1e-9;

    /// <param name="system">The rules.</param>
    public Tolerance(RuleSystem system)
    {
        var largest = Math.Abs(system.OutsideOption);
        foreach (var domain in system.Inputs[system.ReportInput()].Domains)
        {
            largest = Math.Max(largest, Math.Max(Math.Abs(domain.Low), Math.Abs(domain.High)));
        }

        Money = SizeThatMatters(largest);
        Score = system.Score is null ? 1 : SizeThatMatters(LargestScore(system));
    }

    /// <summary>The size that matters among amounts of money.</summary>
    public double Money { get; }

    /// <summary>The size that matters among scores.</summary>
    public double Score { get; }

    /// <summary>What two probabilities can differ by.</summary>
    public static double Probability => Relative;

    /// <summary>What numbers of this size can differ by.</summary>
    public static double Of(double sizeThatMatters, double first, double second) =>
        Relative * Math.Max(sizeThatMatters, Math.Max(Math.Abs(first), Math.Abs(second)));

    private static double SizeThatMatters(double largest) => largest > 0 && largest < 1 ? largest : 1;

    /// <summary>The largest score at the corners and the centre of the domains.</summary>
    private static double LargestScore(RuleSystem system)
    {
        var evaluator = new OutcomeEvaluator(system);
        var profile = new Profile(system, 1);
        var largest = 0.0;
        var corners = 1 << Math.Min(system.Inputs.Count, 6);
        for (var corner = 0; corner <= corners; corner++)
        {
            for (var input = 0; input < system.Inputs.Count; input++)
            {
                var domain = system.Inputs[input].DomainOf(0);
                profile.Set(input, 0, corner == corners ? domain.Snap((domain.Low / 2) + (domain.High / 2)) : ((corner >> Math.Min(input, 5)) & 1) == 0 ? domain.Smallest() : domain.Largest());
            }

            if (evaluator.TryScore(profile, 0, out var score))
            {
                largest = Math.Max(largest, Math.Abs(score.ToNumber()));
            }
        }

        return largest;
    }
}
