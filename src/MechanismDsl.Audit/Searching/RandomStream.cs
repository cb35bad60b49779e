using System.Numerics;

namespace MechanismDsl.Auditing.Searching;

/// <summary>xoshiro256** (Blackman and Vigna 2021), seeded by splitmix64 (Steele, Lea and Flood 2014): the same numbers on every machine.</summary>
internal struct RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>A stream.</summary>
    /// <param name="seed">The seed of the audit.</param>
    /// <param name="block">Which of the independent streams of this seed.</param>
    public RandomStream(long seed, long block)
    {
        var state = unchecked((ulong)seed * 0xD1342543DE82EF95UL) ^ unchecked((ulong)block * 0x9E3779B97F4A7C15UL);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>A number of [0, 1), a multiple of 2^−53.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(((UInt128)Next() * (ulong)end) >> 64);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>The next state of splitmix64, scrambled.</summary>
    public static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
