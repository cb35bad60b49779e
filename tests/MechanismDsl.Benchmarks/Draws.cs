namespace MechanismDsl.Benchmarks;

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

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double[] Uniforms(int count, double scale = 1)
    {
        var values = new double[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = Uniform() * scale;
        }

        return values;
    }
}
