using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>
/// Looks for violations without the falsifier's plans and laws: every value of finite domains, an even net and random multiples of 1/16 elsewhere.
/// It says what it found, or nothing; for finite domains nothing means that the law holds.
/// </summary>
internal static class BruteForce
{
    private const double Tolerance = 1e-9;

    private const int Axes = 60;

    /// <summary>A violation as text, or null.</summary>
    public static string? Violation(Question question, int seed = 0)
    {
        var random = new SplitMix64((ulong)seed);
        var system = question.System;
        var focus = system.ReportInput();
        var isScore = question.Property == Property.MonotoneScore;
        var agents = isScore ? 1 : system.Agents.Min;
        var net = Values(system.Inputs[focus].DomainOf(0));
        var isFinite = system.Inputs.All(input => input.DomainOf(0) is not Domain.Interval);
        var axes = isFinite ? (int)Math.Pow(net.Length, agents - 1) : Axes;
        var profile = new Profile(system, agents);
        var evaluator = new OutcomeEvaluator(system);
        for (var axis = 0; axis < axes; axis++)
        {
            for (var focal = 0; focal < agents; focal++)
            {
                Others(profile, system, focus, focal, axis, isFinite ? net : null, random);
                var points = new List<(double Type, double Quantity, double Payment)>();
                foreach (var value in isFinite ? net : [.. net, .. Enumerable.Range(0, 8).Select(_ => Sixteenths(system.Inputs[focus].DomainOf(0), random))])
                {
                    profile.Set(focus, focal, value);
                    points.Add(Point(evaluator, profile, focal, isScore, system.Payment is not null, value.ToNumber()));
                }

                if (Judge(question.Property, points) is { } found)
                {
                    return $"agent {focal}: {found} in {profile.ToInputs()}";
                }
            }
        }

        return null;
    }

    private static (double Type, double Quantity, double Payment) Point(OutcomeEvaluator evaluator, Profile profile, int focal, bool isScore, bool pays, double type)
    {
        if (isScore)
        {
            Assert.True(evaluator.TryScore(profile, focal, out var score), evaluator.Failure);
            return (type, score.ToNumber(), 0);
        }

        Assert.True(evaluator.TryAllocate(profile), evaluator.Failure);
        var (quantity, payment) = (evaluator.Quantities[focal], 0.0);
        Assert.True(!pays || evaluator.TryPay(profile, focal, out payment), evaluator.Failure);
        return (type, quantity, payment);
    }

    private static string? Judge(Property property, List<(double Type, double Quantity, double Payment)> points)
    {
        foreach (var one in points)
        {
            var utility = (one.Type * one.Quantity) - one.Payment;
            var size = Tolerance * Math.Max(1, Math.Abs(one.Payment));
            if ((property == Property.IndividuallyRational && utility < -size) || (property == Property.NoSubsidy && one.Payment < -size))
            {
                return $"{one}";
            }

            foreach (var two in points)
            {
                var slack = Tolerance * Math.Max(1, Math.Max(Math.Abs(one.Quantity), Math.Abs(two.Quantity)));
                var isFall = property is Property.MonotoneScore or Property.MonotoneAllocation && one.Type < two.Type && two.Quantity < one.Quantity - slack;
                var isGain = property == Property.Truthful && (one.Type * two.Quantity) - two.Payment > utility + (Tolerance * 64);
                if (isFall || isGain)
                {
                    return $"{one} {two}";
                }
            }
        }

        return null;
    }

    private static void Others(Profile profile, RuleSystem system, int focus, int focal, int axis, Scalar[]? net, SplitMix64 random)
    {
        for (var input = 0; input < system.Inputs.Count; input++)
        {
            for (var agent = 0; agent < profile[input].Length; agent++)
            {
                if (input == focus && agent == focal)
                {
                    continue;
                }

                profile[input][agent] = net is null ? Sixteenths(system.Inputs[input].DomainOf(agent), random) : net[axis % net.Length];
                axis /= net?.Length ?? 1;
            }
        }
    }

    private static Scalar[] Values(Domain domain) => domain is Domain.Interval
        ? [.. Enumerable.Range(0, 33).Select(part => domain.Snap(domain.Low + ((domain.High - domain.Low) * part / 32)))]
        : domain.All();

    /// <summary>Often a whole number, so that ties occur.</summary>
    private static Scalar Sixteenths(Domain domain, SplitMix64 random)
    {
        var steps = (int)((domain.High - domain.Low) * 16);
        var step = random.Below(steps + 1);
        return domain.Snap(domain.Low + ((random.Below(3) == 0 ? step : step / 16 * 16) / 16.0));
    }
}
