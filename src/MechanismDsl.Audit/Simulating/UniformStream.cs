using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MechanismDsl.Auditing.Searching;

namespace MechanismDsl.Auditing.Simulating;

/// <summary>
/// Random numbers for one block of draws: eight streams of xoshiro256+ (Blackman and Vigna 2021) side by side, seeded by splitmix64 from the seed and the block's
/// number, so that the numbers depend neither on the machine nor on who draws which block.
/// </summary>
internal struct UniformStream
{
    private const int Lanes = 4;
    private const ulong OneBits = 0x3FF0_0000_0000_0000UL;

    private Half _first;
    private Half _second;

    /// <summary>The stream of a block.</summary>
    public UniformStream(long seed, long block)
    {
        var source = new RandomStream(seed, block);
        _first = Seeded(ref source);
        _second = Seeded(ref source);
    }

    /// <summary>Fills with numbers of [0, 1), multiples of 2^−52.</summary>
    public void Fill(Span<double> numbers)
    {
        // Locals stay in registers, fields of a field do not.
        var (a, b, c, d) = (_first.A, _first.B, _first.C, _first.D);
        var (e, f, g, h) = (_second.A, _second.B, _second.C, _second.D);
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(numbers);
        var index = 0;
        for (; index + 1 < vectors.Length; index += 2)
        {
            vectors[index] = Number(a + d);
            vectors[index + 1] = Number(e + h);
            Step(ref a, ref b, ref c, ref d);
            Step(ref e, ref f, ref g, ref h);
        }

        var done = index * Lanes;
        if (done < numbers.Length)
        {
            Span<double> rest = stackalloc double[2 * Lanes];
            Number(a + d).CopyTo(rest);
            Number(e + h).CopyTo(rest[Lanes..]);
            Step(ref a, ref b, ref c, ref d);
            Step(ref e, ref f, ref g, ref h);
            rest[..(numbers.Length - done)].CopyTo(numbers[done..]);
        }

        (_first, _second) = (new(a, b, c, d), new(e, f, g, h));
    }

    /// <summary>52 random bits behind the bits of 1 are a number of [1, 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Number(Vector256<ulong> bits) => ((bits >>> 12) | Vector256.Create(OneBits)).AsDouble() - Vector256<double>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref Vector256<ulong> a, ref Vector256<ulong> b, ref Vector256<ulong> c, ref Vector256<ulong> d)
    {
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 45) | (d >>> 19);
    }

    private static Half Seeded(ref RandomStream source) => new(Seeds(ref source), Seeds(ref source), Seeds(ref source), Seeds(ref source));

    private static Vector256<ulong> Seeds(ref RandomStream source) => Vector256.Create(source.Next(), source.Next(), source.Next(), source.Next());

    /// <summary>The states of four streams.</summary>
    private readonly record struct Half(Vector256<ulong> A, Vector256<ulong> B, Vector256<ulong> C, Vector256<ulong> D);
}
