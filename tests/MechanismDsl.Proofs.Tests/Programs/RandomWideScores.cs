using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Proofs.Tests.Rules;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>
/// Random scores of the less usual operations: hyperbolic and trigonometric functions, logarithms, half powers, masks and decimals; many of them fall
/// somewhere. All values stay between −1000 and 1000, so that nothing overflows.
/// </summary>
internal sealed class RandomWideScores(SplitMix64 random, Ex report)
{
    private static readonly double[] _constants = [0.25, 0.5, 1, 1.5, 2, 4];
    private static readonly double[] _exponents = [0.5, 1.5, 2.5, 1.25, 0.75, 3];
    private static readonly int[] _masks = [~7, ~3, ~1, 7, 5, 12, 1, 127, 56];
    private static readonly UnaryOperation[] _rising = [UnaryOperation.Tanh, UnaryOperation.Atan, UnaryOperation.Asinh, UnaryOperation.Cbrt];
    private static readonly UnaryOperation[] _logarithms = [UnaryOperation.Log2, UnaryOperation.Log10, UnaryOperation.Log];
    private static readonly UnaryOperation[] _waves = [UnaryOperation.Sin, UnaryOperation.Cos];

    /// <summary>The question about the score of a seed; the bid is between 0 and 64.</summary>
    public static Question Of(int seed)
    {
        var random = new SplitMix64(unchecked((ulong)seed * 0xD1B54A32D192ED03UL));
        var rule = new RuleBuilder("Score");
        var score = new RandomWideScores(random, rule.Report()).Score(1 + random.Below(3));
        return new Question(Property.MonotoneScore, Systems.OfScore(rule.Build(score), (0, 64)));
    }

    private Ex Score(int depth)
    {
        if (depth == 0)
        {
            return report;
        }

        var inner = Score(depth - 1);
        return Bounded(random.Below(16) switch
        {
            0 => Ex.Unary(random.Of(_rising), inner / 16.0) * 16.0,
            1 => Ex.Unary(random.Of(_logarithms), 1.0 + inner.Max(0.0)) * 8.0,
            2 => inner + (random.Of(_constants) * Ex.Unary(random.Of(_waves), inner * random.Of(_constants))),
            3 => Ex.Unary(UnaryOperation.Sinh, (inner / 64.0).Min(4.0).Max(-4.0)) * 16.0,
            4 => Ex.Unary(UnaryOperation.Cosh, ((inner / 64.0) - (random.Below(3) == 0 ? 0.25 : 0.0)).Min(4.0).Max(-4.0)) * 16.0,
            5 => Ex.Unary(UnaryOperation.Acosh, 1.0 + inner.Max(0.0)),
            6 => Ex.Unary(UnaryOperation.Asin, (inner / 64.0).Min(1.0).Max(-1.0)) * 8.0,
            7 => 8.0 * Ex.Unary(UnaryOperation.Acos, (inner / (random.Below(3) == 0 ? 64.0 : -64.0)).Min(1.0).Max(-1.0)),
            8 => Ex.Unary(UnaryOperation.Tan, (inner / 64.0).Min(1.5).Max(-1.5)) * 4.0,
            9 => Ex.Unary(UnaryOperation.Atanh, (inner / 65.0).Min(0.99).Max(-0.99)) * 4.0,
            10 => Ex.Binary(BinaryOperation.Pow, inner.Max(0.0), random.Of(_exponents)).Min(500.0),
            11 => Masked(inner.To(ScalarKind.Int32)).To(ScalarKind.Double),
            12 => Ex.Binary(BinaryOperation.RoundTo, inner.To(ScalarKind.Decimal) * 1.25m, (decimal)random.Below(3)).To(ScalarKind.Double),
            13 => inner - (Score(depth - 1) * random.Of(_constants)),
            14 => Ex.Choose(report < 32.0, inner, Score(depth - 1) + random.Of(_constants)),
            _ => inner + Score(depth - 1),
        });
    }

    private Ex Masked(Ex whole) => random.Below(3) switch
    {
        0 => Ex.Binary(BinaryOperation.Or, whole, random.Of(_masks)),
        1 => Ex.Binary(BinaryOperation.Xor, whole, random.Of(_masks)),
        _ => Ex.Binary(BinaryOperation.And, whole, random.Of(_masks)),
    };

    private static Ex Bounded(Ex value) => value.Min(1000.0).Max(-1000.0);
}
