using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Benchmarks;

/// <summary>The least that any auction must do: read every bid once. A sum with the widest registers and enough accumulators to hide latency.</summary>
internal static class BareRead
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Sum(ReadOnlySpan<double> values) =>
        Vector512.IsHardwareAccelerated ? Sum512(values) : Vector256.IsHardwareAccelerated ? Sum256(values) : SumScalar(values);

    /// <summary>The sum as one writes it first: one register of eight lanes, and the sum of its lanes in the end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double OneRegister(ReadOnlySpan<double> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var index = 0;
        var total = Vector512<double>.Zero;
        for (; index <= values.Length - 8; index += 8)
        {
            total += Vector512.LoadUnsafe(ref start, (nuint)index);
        }

        var sum = Vector512.Sum(total);
        for (; index < values.Length; index++)
        {
            sum += values[index];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum512(ReadOnlySpan<double> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        if (values.Length == 4)
        {
            return Total(Vector256.LoadUnsafe(ref start));
        }

        var index = 0;
        var total = Vector512<double>.Zero;
        if (values.Length >= 32)
        {
            var a = Vector512<double>.Zero;
            var b = a;
            var c = a;
            var d = a;
            for (; index <= values.Length - 32; index += 32)
            {
                a += Vector512.LoadUnsafe(ref start, (nuint)index);
                b += Vector512.LoadUnsafe(ref start, (nuint)index + 8);
                c += Vector512.LoadUnsafe(ref start, (nuint)index + 16);
                d += Vector512.LoadUnsafe(ref start, (nuint)index + 24);
            }

            total = a + b + (c + d);
        }

        for (; index <= values.Length - 8; index += 8)
        {
            total += Vector512.LoadUnsafe(ref start, (nuint)index);
        }

        var sum = Total(total);
        for (; index < values.Length; index++)
        {
            sum += values[index];
        }

        return sum;
    }

    // Halves first: Vector512.Sum keeps the order of a sequential sum, which costs more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Total(Vector512<double> lanes) => Total(lanes.GetLower() + lanes.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Total(Vector256<double> lanes)
    {
        var two = lanes.GetLower() + lanes.GetUpper();
        return two[0] + two[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum256(ReadOnlySpan<double> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var a = Vector256<double>.Zero;
        var b = a;
        var c = a;
        var d = a;
        var index = 0;
        for (; index <= values.Length - 16; index += 16)
        {
            a += Vector256.LoadUnsafe(ref start, (nuint)index);
            b += Vector256.LoadUnsafe(ref start, (nuint)index + 4);
            c += Vector256.LoadUnsafe(ref start, (nuint)index + 8);
            d += Vector256.LoadUnsafe(ref start, (nuint)index + 12);
        }

        for (; index <= values.Length - 4; index += 4)
        {
            a += Vector256.LoadUnsafe(ref start, (nuint)index);
        }

        var sum = Total(a + b + (c + d));
        for (; index < values.Length; index++)
        {
            sum += values[index];
        }

        return sum;
    }

    private static double SumScalar(ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var index = 0;
        for (; index <= values.Length - 4; index += 4)
        {
            a += values[index];
            b += values[index + 1];
            c += values[index + 2];
            d += values[index + 3];
        }

        for (; index < values.Length; index++)
        {
            a += values[index];
        }

        return a + b + (c + d);
    }
}
