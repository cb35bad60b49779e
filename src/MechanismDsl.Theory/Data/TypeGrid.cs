using System.Globalization;
using System.Numerics;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>
/// The distinct types of a sample (value, or minus cost) in increasing order, with what each is worth above the platform's cutoff in exact
/// integers, so that ties between prices are ties of the decimals that the file holds and not accidents of binary rounding.
/// </summary>
/// <remarks>A part of the sample is a vector of counts over the same grid: folds and resamples never sort or convert again.</remarks>
internal sealed class TypeGrid
{
    private readonly double[] _observations;

    public TypeGrid(BidSample sample, DataOptions options)
    {
        var sign = options.Side == Side.Buyer ? 1 : -1;
        Cutoff = (sign * options.Own) + 0.0;
        _observations = [.. sample.Values.Select(value => (sign * value) + 0.0)];
        Types = [.. _observations.Distinct().OrderBy(type => type)];
        Entries = [.. _observations.Select(type => Array.BinarySearch(Types, type))];

        var decimals = Types.Select(Decimal.Of).ToArray();
        var cutoff = Decimal.Of(Cutoff);
        var scale = Math.Min(0, Math.Min(cutoff.Exponent, decimals.Min(number => number.Exponent)));
        Unit = BigInteger.Pow(10, -scale);
        Margins = [.. decimals.Select(number => number.At(scale) - cutoff.At(scale))];
        RoughMargins = [.. Margins.Select(margin => (double)margin)];
    }

    /// <summary>Below this type a bidder is not worth serving.</summary>
    public double Cutoff { get; }

    /// <summary>The distinct types in increasing order.</summary>
    public double[] Types { get; }

    /// <summary>10ᵏ, with the least k at which every type and the cutoff are integers.</summary>
    public BigInteger Unit { get; }

    /// <summary>(type − cutoff) · <see cref="Unit"/>.</summary>
    public BigInteger[] Margins { get; }

    /// <summary><see cref="Margins"/> to about 16 digits; infinite beyond the range of a double.</summary>
    public double[] RoughMargins { get; }

    /// <summary>For each observation, the index of its type.</summary>
    public int[] Entries { get; }

    /// <summary>For each observation, its type.</summary>
    public ReadOnlySpan<double> Observations => _observations;

    /// <summary>How often each type occurs among the observations that are kept.</summary>
    public int[] Count(Func<int, bool> keeps)
    {
        var counts = new int[Types.Length];
        for (var observation = 0; observation < Entries.Length; observation++)
        {
            if (keeps(observation))
            {
                counts[Entries[observation]]++;
            }
        }

        return counts;
    }

    /// <summary>Digits · 10^Exponent: the shortest decimal that reads back as the double, which is the one in the file.</summary>
    private readonly record struct Decimal(BigInteger Digits, int Exponent)
    {
        public static Decimal Of(double value)
        {
            // Money has few decimals. A decimal of at most 15 digits that reads back as the double is the only one (and one division rounds correctly).
            var scaled = Math.Round(value * 1e4);
            if (Math.Abs(scaled) < 1e15 && scaled / 1e4 == value)
            {
                return new Decimal(new BigInteger(scaled), -4);
            }

            var text = NumberText.Exact(value);
            var power = text.IndexOf('E');
            var exponent = power < 0 ? 0 : int.Parse(text.Substring(power + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var mantissa = power < 0 ? text : text.Substring(0, power);
            var point = mantissa.IndexOf('.');
            var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
            var digits = BigInteger.Parse(mantissa.Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return new Decimal(digits, exponent - decimals);
        }

        public BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
    }
}
