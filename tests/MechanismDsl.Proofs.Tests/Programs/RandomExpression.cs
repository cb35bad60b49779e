using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random real-valued expressions in a report and public facts, of the kind that people write as scores; about half of them are monotone.</summary>
/// <remarks>Most constants are short in binary too: what brute force finds must be true in real arithmetic, not only a rounding.</remarks>
internal sealed class RandomExpression(SplitMix64 random, Ex report, Ex[] facts)
{
    private static readonly double[] _constants = [1, 2, 3, 4, 5, 8, 10, 12, 16, 20, 25, 30, 40, 50, 60];

    private static readonly double[] _factors = [0.25, 0.5, 0.75, 1.5, 2, 3, 4];

    /// <summary>An expression of about the given depth.</summary>
    public Ex Of(int depth)
    {
        if (depth == 0)
        {
            return report;
        }

        switch (random.Below(18))
        {
            case 0:
                return Of(depth - 1) + Of(depth - 1);
            case 1:
                return Of(depth - 1) + Constant();
            case 2:
                return Of(depth - 1) - Constant();
            case 3:
                return Of(depth - 1) * Factor();
            case 4:
                return Of(depth - 1) * Fact();
            case 5:
                return Of(depth - 1) / Constant();
            case 6:
                return Of(depth - 1).Min(Constant());
            case 7:
                return Of(depth - 1).Max(Constant());
            case 8:
                var step = Constant();
                return Ex.Unary(random.Below(2) == 0 ? UnaryOperation.Floor : UnaryOperation.Ceiling, Of(depth - 1) / step) * step;
            case 9:
                return Ex.Unary(UnaryOperation.Sqrt, Of(depth - 1).Max(0.0));
            case 10:
                return Ex.Unary(UnaryOperation.Log, 1.0 + Of(depth - 1).Max(0.0));
            case 11:
                return Ex.Choose(report < Constant(), Of(depth - 1), Of(depth - 1));
            case 12:
                // A bonus above a threshold, or a malus.
                var below = Of(depth - 1);
                var bonus = Constant();
                return Ex.Choose(report < Constant(), below, random.Below(2) == 0 ? below + bonus : below - bonus);
            case 13:
                return Of(depth - 1) - (Of(depth - 1) * Factor());
            case 14:
                return random.Below(4) == 0 ? report % Constant() : report;
            case 15:
                return Table(depth);
            case 16:
                var square = Of(depth - 1);
                return square - (square * square / 128.0);
            default:
                return Ex.Choose((report > Constant()).And(report < Constant()), Of(depth - 1), Of(depth - 1));
        }
    }

    public Ex Constant() => random.Of(_constants);

    private Ex Factor() => random.Of(_factors);

    private Ex Fact() => facts.Length == 0 ? Factor() : random.Of(facts);

    private Ex Table(int depth)
    {
        var (values, sum) = (new double[9], 0.0);
        for (var index = 0; index < values.Length; index++)
        {
            // One table in a few has a misprint.
            sum += random.Below(12) == 0 ? -2 : random.Below(4);
            values[index] = sum;
        }

        return RuleBuilder.At(RuleBuilder.Table(values), (report / 8.0).Min(8.0).To(ScalarKind.Int32)) + (depth > 1 ? Of(depth - 2) : 0.0);
    }
}
