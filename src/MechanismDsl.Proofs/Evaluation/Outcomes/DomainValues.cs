using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The values of a domain: membership, neighbours and halves. Every domain is finite; an interval has the doubles in it.</summary>
internal static class DomainValues
{
    /// <summary>Whether the value is one of the domain's.</summary>
    public static bool Contains(this Domain domain, Scalar value) => value.Kind == domain.Kind && domain switch
    {
        Domain.Interval(var from, var to) => value.AsDouble >= from && value.AsDouble <= to && !(value.AsDouble == 0 && DoubleFunctions.IsNegative(value.AsDouble)),
        Domain.Integers(var from, var to, _) => value.AsInteger >= from && value.AsInteger <= to,
        Domain.Grid(var from, var to, var decimals) => value.AsDecimal >= from && value.AsDecimal <= to && decimal.Round(value.AsDecimal, decimals) == value.AsDecimal,
        Domain.Finite(var values) => IndexOf(values, value) >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };

    /// <summary>The value of the domain that is nearest to a number, or next to the nearest.</summary>
    public static Scalar Snap(this Domain domain, double number)
    {
        switch (domain)
        {
            case Domain.Interval(var from, var to):
                // Adding 0.0 turns −0.0, which is no report, into 0.0.
                return Scalar.Of((!(number >= from) ? from : number > to ? to : number) + 0.0);
            case Domain.Integers(var from, var to, var isLong):
                var whole = !(number >= from) ? from : number >= to ? to : Math.Min(Math.Max((long)Math.Floor(number + 0.5), from), to);
                return isLong ? Scalar.Of(whole) : Scalar.Of((int)whole);
            case Domain.Grid(var from, var to, var decimals):
                return Scalar.Of(!(number >= (double)from) ? from : number >= (double)to ? to : Within(decimal.Round((decimal)number, decimals), from, to));
            case Domain.Finite(var values):
                var best = 0;
                for (var index = 1; index < values.Count; index++)
                {
                    best = Math.Abs(values[index].ToNumber() - number) < Math.Abs(values[best].ToNumber() - number) ? index : best;
                }

                return values[best];
            default:
                throw new ArgumentOutOfRangeException(nameof(domain));
        }
    }

    /// <summary>The smallest value.</summary>
    public static Scalar Smallest(this Domain domain) => domain switch
    {
        Domain.Finite(var values) => values[0],
        _ => domain.Snap(double.NegativeInfinity),
    };

    /// <summary>The largest value.</summary>
    public static Scalar Largest(this Domain domain) => domain switch
    {
        Domain.Finite(var values) => values[values.Count - 1],
        _ => domain.Snap(double.PositiveInfinity),
    };

    /// <summary>A value strictly between two others, half way in the order of the domain; false if they are neighbours.</summary>
    public static bool TryMidpoint(this Domain domain, Scalar low, Scalar high, out Scalar midpoint)
    {
        midpoint = low;
        switch (domain)
        {
            case Domain.Interval:
                var (below, above) = (OrderOf(low.AsDouble), OrderOf(high.AsDouble));
                midpoint = Scalar.Of(AtOrder(unchecked(below + (long)((ulong)(above - below) >> 1))));
                break;
            case Domain.Integers(_, _, var isLong):
                var whole = unchecked(low.AsInteger + (long)((ulong)(high.AsInteger - low.AsInteger) >> 1));
                midpoint = isLong ? Scalar.Of(whole) : Scalar.Of((int)whole);
                break;
            case Domain.Grid(_, _, var decimals):
                var unit = Unit(decimals);
                var steps = decimal.Floor((high.AsDecimal - low.AsDecimal) / unit / 2);
                midpoint = Scalar.Of(low.AsDecimal + (steps * unit));
                break;
            case Domain.Finite(var values):
                midpoint = values[(IndexOf(values, low) + IndexOf(values, high)) / 2];
                break;
        }

        return midpoint != low && midpoint != high;
    }

    /// <summary>The next value in the direction of the sign of <paramref name="direction"/>; the value itself at the end of the domain.</summary>
    public static Scalar Neighbour(this Domain domain, Scalar value, int direction)
    {
        switch (domain)
        {
            case Domain.Interval(var from, var to):
                var next = AtOrder(OrderOf(value.AsDouble) + Math.Sign(direction));
                return Scalar.Of(next >= from && next <= to ? next : value.AsDouble);
            case Domain.Integers(var from, var to, var isLong):
                var isAtEnd = direction < 0 ? value.AsInteger <= from : value.AsInteger >= to;
                var whole = isAtEnd ? value.AsInteger : value.AsInteger + Math.Sign(direction);
                return isLong ? Scalar.Of(whole) : Scalar.Of((int)whole);
            case Domain.Grid(var from, var to, var decimals):
                return Scalar.Of(Within(value.AsDecimal + (Math.Sign(direction) * Unit(decimals)), from, to));
            case Domain.Finite(var values):
                return values[Math.Min(Math.Max(IndexOf(values, value) + Math.Sign(direction), 0), values.Count - 1)];
            default:
                throw new ArgumentOutOfRangeException(nameof(domain));
        }
    }

    /// <summary>How many values a finite domain or a range of integers or of a grid has; null if they are more than <paramref name="most"/>.</summary>
    public static int? CountUpTo(this Domain domain, int most)
    {
        var count = domain switch
        {
            Domain.Interval(var from, var to) => from == to ? 1 : double.PositiveInfinity,
            Domain.Integers(var from, var to, _) => (double)to - from + 1,
            Domain.Grid(var from, var to, var decimals) => (double)((to - from) / Unit(decimals)) + 1,
            Domain.Finite(var values) => values.Count,
            _ => double.PositiveInfinity,
        };
        return count <= most ? (int)count : null;
    }

    /// <summary>All values, ascending, of a domain that is small enough.</summary>
    public static Scalar[] All(this Domain domain)
    {
        if (domain is Domain.Finite(var listed))
        {
            return [.. listed];
        }

        var values = new List<Scalar> { domain.Smallest() };
        while (values[values.Count - 1] != domain.Largest())
        {
            values.Add(domain.Neighbour(values[values.Count - 1], 1));
        }

        return [.. values];
    }

    private static decimal Unit(int decimals) => new(1, 0, 0, isNegative: false, (byte)decimals);

    private static decimal Within(decimal value, decimal from, decimal to) => Math.Min(Math.Max(value, from), to);

    private static int IndexOf(EquatableArray<Scalar> values, Scalar value)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] == value)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The doubles in their order as consecutive whole numbers; both zeros are 0.</summary>
    private static long OrderOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : unchecked(long.MinValue - bits);
    }

    private static double AtOrder(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : unchecked(long.MinValue - order));
}
