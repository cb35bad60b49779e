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
        _first = new Half(ref source);
        _second = new Half(ref source);
    }

    /// <summary>Fills with numbers of [0, 1), multiples of 2^−52.</summary>
    public void Fill(Span<double> numbers)
    {
        var (first, second) = (_first, _second);
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(numbers);
        var index = 0;
        for (; index + 1 < vectors.Length; index += 2)
        {
            vectors[index] = first.Next();
            vectors[index + 1] = second.Next();
        }

        var done = index * Lanes;
        if (done < numbers.Length)
        {
            Span<double> rest = stackalloc double[2 * Lanes];
            first.Next().CopyTo(rest);
            second.Next().CopyTo(rest[Lanes..]);
            rest[..(numbers.Length - done)].CopyTo(numbers[done..]);
        }

        (_first, _second) = (first, second);
    }

    /// <summary>Four streams.</summary>
    private struct Half
    {
        private Vector256<ulong> _a;
        private Vector256<ulong> _b;
        private Vector256<ulong> _c;
        private Vector256<ulong> _d;

        public Half(ref RandomStream source)
        {
            _a = Seeds(ref source);
            _b = Seeds(ref source);
            _c = Seeds(ref source);
            _d = Seeds(ref source);
        }

        public Vector256<double> Next()
        {
            var result = _a + _d;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = (_d << 45) | (_d >>> 19);

            // 52 random bits behind the bits of 1 are a number of [1, 2).
            return ((result >>> 12) | Vector256.Create(OneBits)).AsDouble() - Vector256<double>.One;
        }

        private static Vector256<ulong> Seeds(ref RandomStream source) => Vector256.Create(source.Next(), source.Next(), source.Next(), source.Next());
    }
}
