namespace MechanismDsl.Tests.Kernels;

/// <summary>Reproducible random numbers (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public double Uniform() => (Next() >> 11) / (double)(1UL << 53);

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Reports of one of several kinds: continuous, few different values (many ties), extremes of the domain.</summary>
    public double[] Reports(int count)
    {
        double[] extremes = [0, -0.0, double.Epsilon, 2.2250738585072014e-308, 1, 1e15, Math.BitDecrement(1e15), 999_999_999_999_999];
        var kind = Below(5);
        var reports = new double[count];
        for (var agent = 0; agent < count; agent++)
        {
            reports[agent] = kind switch
            {
                0 => Uniform() * 100,
                1 => Below(3),
                2 => Below(1000) / 10.0,
                3 => extremes[Below(extremes.Length)],
                _ => Math.Pow(10, (Uniform() * 40) - 25),
            };
        }

        return reports;
    }
}
