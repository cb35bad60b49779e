using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// An array of a running rule: the elements of one kind, in a store of that kind. Booleans (0, 1) and both integer kinds share the long store.
/// The store can be longer than the array, because frames use stores again from run to run.
/// </summary>
internal sealed class ArrayValue
{
    /// <summary>What an array variable that was never assigned reads as, after the failure has been noted.</summary>
    public static readonly ArrayValue Nothing = new(ScalarKind.Boolean, 0) { Doubles = [], Longs = [], Decimals = [] };

    public ArrayValue(ScalarKind kind, int capacity)
    {
        Kind = kind;
        switch (kind)
        {
            case ScalarKind.Double:
                Doubles = new double[capacity];
                break;
            case ScalarKind.Decimal:
                Decimals = new decimal[capacity];
                break;
            default:
                Longs = new long[capacity];
                break;
        }

        Length = capacity;
    }

    public ScalarKind Kind { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; set; }

    /// <summary>True for a table of the rule, which nothing may write to.</summary>
    public bool IsFixed { get; init; }

    public double[] Doubles { get; private init; } = [];

    public long[] Longs { get; private init; } = [];

    public decimal[] Decimals { get; private init; } = [];

    /// <summary>The number of elements for which there is room.</summary>
    public int Capacity => Kind switch
    {
        ScalarKind.Double => Doubles.Length,
        ScalarKind.Decimal => Decimals.Length,
        _ => Longs.Length,
    };

    public Scalar this[int index]
    {
        get => Kind switch
        {
            ScalarKind.Double => Scalar.Of(Doubles[index]),
            ScalarKind.Decimal => Scalar.Of(Decimals[index]),
            ScalarKind.Boolean => Scalar.Of(Longs[index] != 0),
            ScalarKind.Int32 => Scalar.Of((int)Longs[index]),
            _ => Scalar.Of(Longs[index]),
        };

        set
        {
            if (value.Kind != Kind)
            {
                throw new ArgumentException($"a {value.Kind} cannot be an element of an array of {Kind}", nameof(value));
            }

            switch (Kind)
            {
                case ScalarKind.Double:
                    Doubles[index] = value.AsDouble;
                    break;
                case ScalarKind.Decimal:
                    Decimals[index] = value.AsDecimal;
                    break;
                default:
                    Longs[index] = value.AsInteger;
                    break;
            }
        }
    }

    /// <summary>Element <paramref name="index"/> as a double: the nearest one, for integers and decimals.</summary>
    public double NumberAt(int index) => Kind switch
    {
        ScalarKind.Double => Doubles[index],
        ScalarKind.Decimal => (double)Decimals[index],
        _ => Longs[index],
    };

    /// <summary>Takes over the elements of an array of the same kind; there must be room.</summary>
    public void CopyFrom(ArrayValue source)
    {
        Length = source.Length;
        switch (Kind)
        {
            case ScalarKind.Double:
                Array.Copy(source.Doubles, Doubles, Length);
                break;
            case ScalarKind.Decimal:
                Array.Copy(source.Decimals, Decimals, Length);
                break;
            default:
                Array.Copy(source.Longs, Longs, Length);
                break;
        }
    }

    /// <summary>Makes this an array of <paramref name="length"/> zeros; there must be room.</summary>
    public void Clear(int length)
    {
        Length = length;
        switch (Kind)
        {
            case ScalarKind.Double:
                Array.Clear(Doubles, 0, length);
                break;
            case ScalarKind.Decimal:
                Array.Clear(Decimals, 0, length);
                break;
            default:
                Array.Clear(Longs, 0, length);
                break;
        }
    }
}
