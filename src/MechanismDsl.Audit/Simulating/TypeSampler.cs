using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Auditing.Simulating;

/// <summary>The tenth of an interval in which a type lies.</summary>
/// <param name="Low">Where the interval begins.</param>
/// <param name="TenthsPerUnit">Ten over its length.</param>
internal readonly record struct BandScale(double Low, double TenthsPerUnit)
{
    private const int Last = 9;

    /// <summary>The tenth, counted from 0; the end of the interval belongs to the last.</summary>
    public int Of(double type) => Math.Min((int)((type - Low) * TenthsPerUnit), Last);
}

/// <summary>From a uniform number to an agent's type, by the inverse of its distribution, and to the range of types that it belongs to.</summary>
internal abstract class TypeSampler
{
    private const int Tenths = 10;
    private const int MostTypesApart = 20;

    /// <summary>The ranges, ascending, with their probabilities.</summary>
    public required IReadOnlyList<(double Low, double High, double Probability)> Bands { get; init; }

    /// <summary>Whether the type itself tells its range, by <see cref="Scale"/>.</summary>
    public virtual bool TellsBandOfType => false;

    /// <summary>The ranges of types, where types tell them.</summary>
    public virtual BandScale Scale => default;

    /// <summary>The range of a draw.</summary>
    public abstract int Band(double uniform);

    /// <summary>The type of a draw.</summary>
    public abstract double[] Type(double uniform);

    /// <summary>The types of draws, where a type is one number, in place.</summary>
    public virtual void Transform(Span<double> uniforms, int stride)
    {
        for (var index = 0; index < uniforms.Length; index += stride)
        {
            uniforms[index] = Type(uniforms[index])[0];
        }
    }

    /// <summary>The sampler of a distribution.</summary>
    public static TypeSampler Of(Prior prior) => prior switch
    {
        UniformPrior uniform => new Interval(uniform.Low, uniform.High) { Bands = TenthsOf(prior) },
        AtomicPrior atoms => Of([.. atoms.Values.Select(value => new[] { value })], atoms.Masses),
        _ => new Inverse(prior) { Bands = TenthsOf(prior) },
    };

    /// <summary>The sampler of finitely many types.</summary>
    /// <param name="types">The types.</param>
    /// <param name="masses">Their probabilities; the sum is 1.</param>
    public static TypeSampler Of(IReadOnlyList<double[]> types, IReadOnlyList<double> masses)
    {
        var cumulative = new double[types.Count];
        var sum = 0.0;
        for (var type = 0; type < types.Count; type++)
        {
            sum += masses[type];
            cumulative[type] = sum;
        }

        var isNumber = types.All(type => type.Length == 1);
        double Label(int type) => isNumber ? types[type][0] : type;
        var bands = types.Count <= MostTypesApart
            ? [.. Enumerable.Range(0, types.Count).Select(type => (Label(type), Label(type), masses[type]))]
            : Enumerable.Range(0, Tenths).Select(tenth => (Label(Index(cumulative, (double)tenth / Tenths)), Label(Index(cumulative, Math.BitDecrement((tenth + 1.0) / Tenths))), 1.0 / Tenths)).ToArray();
        return new Finite([.. types], cumulative) { Bands = bands };
    }

    /// <summary>The first type whose cumulative probability is above a number; the last one beyond rounding.</summary>
    public static int Index(double[] cumulative, double uniform)
    {
        var found = cumulative.AsSpan().BinarySearch(uniform);
        return Math.Min(found >= 0 ? found + 1 : ~found, cumulative.Length - 1);
    }

    private static (double Low, double High, double Probability)[] TenthsOf(Prior prior) =>
        [.. Enumerable.Range(0, Tenths).Select(tenth => (prior.Quantile((double)tenth / Tenths), prior.Quantile((tenth + 1.0) / Tenths), 1.0 / Tenths))];

    private sealed class Interval(double low, double high) : TypeSampler
    {
        public override bool TellsBandOfType => true;

        public override BandScale Scale => new(low, Tenths / (high - low));

        public override int Band(double uniform) => (int)(uniform * Tenths);

        public override double[] Type(double uniform) => [low + ((high - low) * uniform)];

        public override void Transform(Span<double> uniforms, int stride)
        {
            if (low == 0 && high == 1)
            {
                return;
            }

            if (stride == 1)
            {
                var vectors = System.Runtime.InteropServices.MemoryMarshal.Cast<double, System.Runtime.Intrinsics.Vector256<double>>(uniforms);
                for (var index = 0; index < vectors.Length; index++)
                {
                    vectors[index] = System.Runtime.Intrinsics.Vector256.Create(low) + (vectors[index] * (high - low));
                }

                uniforms = uniforms[(vectors.Length * System.Runtime.Intrinsics.Vector256<double>.Count)..];
            }

            for (var index = 0; index < uniforms.Length; index += stride)
            {
                uniforms[index] = low + ((high - low) * uniforms[index]);
            }
        }
    }

    private sealed class Inverse(Prior prior) : TypeSampler
    {
        public override int Band(double uniform) => (int)(uniform * Tenths);

        public override double[] Type(double uniform) => [prior.Quantile(uniform)];

        public override void Transform(Span<double> uniforms, int stride)
        {
            for (var index = 0; index < uniforms.Length; index += stride)
            {
                uniforms[index] = prior.Quantile(uniforms[index]);
            }
        }
    }

    private sealed class Finite(double[][] types, double[] cumulative) : TypeSampler
    {
        public override int Band(double uniform) => types.Length <= MostTypesApart ? Index(cumulative, uniform) : (int)(uniform * Tenths);

        public override double[] Type(double uniform) => types[Index(cumulative, uniform)];

        public override void Transform(Span<double> uniforms, int stride)
        {
            for (var index = 0; index < uniforms.Length; index += stride)
            {
                uniforms[index] = types[Index(cumulative, uniforms[index])][0];
            }
        }
    }
}
