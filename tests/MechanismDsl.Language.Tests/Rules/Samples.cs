using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>Arguments for rules from a fixed seed: ties, boundaries, whole numbers and fractions are all frequent.</summary>
internal sealed class Samples(ulong seed)
{
    private static readonly double[] Notable = [0, 1, 2, 3, 5, 9.5, 10, 10.5, 15, 19, 20, 25, 29, 30, 35, 40, 42, 45, 49, 50, 55, 60, 80, 99.9, 100, 0.1, 0.25, 1e-9, 0.5, 1.5, 2.5];

    private ulong _state = seed;

    /// <summary>A number below a bound.</summary>
    public int Below(int bound)
    {
        // Splitmix64 (Steele, Lea and Flood 2014).
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }

    /// <summary>A value of a kind between two numbers.</summary>
    public Scalar Value(ScalarKind kind, double low, double high) => kind switch
    {
        ScalarKind.Boolean => Scalar.Of(Below(2) == 1),
        ScalarKind.Int32 => Scalar.Of((int)Math.Round(Number(low, high))),
        ScalarKind.Int64 => Scalar.Of((long)Math.Round(Number(low, high) * (Below(4) == 0 ? 1e9 : 1))),
        ScalarKind.Double => Scalar.Of(Number(low, high)),
        _ => Scalar.Of(Math.Round((decimal)Number(low, high), Below(4))),
    };

    /// <summary>The scalars as a boxed argument of C#: a number, or an array.</summary>
    public static object Box(ITypeSymbol element, Scalar[] values, bool isArray) => element.SpecialType switch
    {
        SpecialType.System_Boolean => isArray ? Array.ConvertAll(values, value => value.AsBoolean) : values[0].AsBoolean,
        SpecialType.System_Int32 => isArray ? Array.ConvertAll(values, value => (int)value.AsInteger) : (int)values[0].AsInteger,
        SpecialType.System_Int64 => isArray ? Array.ConvertAll(values, value => value.AsInteger) : values[0].AsInteger,
        SpecialType.System_Double => isArray ? Array.ConvertAll(values, value => value.AsDouble) : values[0].AsDouble,
        SpecialType.System_Decimal => isArray ? Array.ConvertAll(values, value => value.AsDecimal) : values[0].AsDecimal,
        _ => throw new NotSupportedException(element.Name),
    };

    private double Number(double low, double high)
    {
        var choice = Below(8);
        var number = choice switch
        {
            < 3 => Notable[Below(Notable.Length)],
            < 5 => Math.Floor(low + (Below(1_000_000) / 1e6 * (high - low + 1))),
            5 => Math.Round(low + (Below(1_000_000) / 1e6 * (high - low)), 1),
            _ => low + (Below(1_000_000_000) / 1e9 * (high - low)),
        };
        return Math.Min(high, Math.Max(low, low < 0 && Below(2) == 0 ? -number : number)) + 0.0;
    }
}
