using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Operands that operators treat in special ways, and random ones, from a fixed seed.</summary>
internal sealed class Operands(int seed)
{
    private static readonly double[] _doubles =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 2147483647, 2147483648, -2147483648, -2147483649, 2147483647.5, -2147483648.5,
        9223372036854775807.0, -9223372036854775808.0, -9223372036854777856.0, 4503599627370495.5, 4503599627370497.5, 1e300, -1e300, double.Epsilon, double.MaxValue, double.MinValue,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 79228162514264337593543950335.0, 1e-30, 3, 10, 0.1,
    ];

    private static readonly long[] _longs = [0, 1, -1, 2, -2, 3, 7, 10, int.MaxValue, int.MinValue, int.MaxValue + 1L, int.MinValue - 1L, long.MaxValue, long.MinValue, 4294967296, 3037000500];

    private static readonly decimal[] _decimals =
        [0m, 1m, -1m, 0.5m, -0.5m, 1.5m, 2.5m, -2.5m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 2147483647.9m, 2147483648m, -2147483648.9m, 9223372036854775807m, 9223372036854775808m, 3m, 100m];

    private readonly Random _random = new(seed);

    public double Double() => _random.Next(4) switch
    {
        0 => _doubles[_random.Next(_doubles.Length)],
        1 => BitConverter.Int64BitsToDouble(_random.NextInt64(long.MinValue, long.MaxValue)),
        2 => _random.Next(-100, 100) / 4.0,
        _ => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-5, 20)),
    };

    public long Long() => _random.Next(3) switch
    {
        0 => _longs[_random.Next(_longs.Length)],
        1 => _random.NextInt64(long.MinValue, long.MaxValue),
        _ => _random.Next(-50, 50),
    };

    public int Int() => unchecked((int)Long());

    public decimal Decimal() => _random.Next(3) switch
    {
        0 => _decimals[_random.Next(_decimals.Length)],
        1 => new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)),
        _ => _random.Next(-10000, 10000) / 100m,
    };

    public bool Boolean() => _random.Next(2) == 0;

    public Scalar Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => Scalar.Of(Boolean()),
        ScalarKind.Int32 => Scalar.Of(Int()),
        ScalarKind.Int64 => Scalar.Of(Long()),
        ScalarKind.Double => Scalar.Of(Double()),
        _ => Scalar.Of(Decimal()),
    };
}
