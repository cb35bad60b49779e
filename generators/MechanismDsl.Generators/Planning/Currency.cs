using System.Globalization;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>The C# type of reports and payments, and how an amount is written in it.</summary>
internal sealed record Currency(MoneyKind Kind, int Decimals)
{
    /// <summary>The keyword of the type.</summary>
    public string Type => Kind switch
    {
        MoneyKind.Decimal => "decimal",
        MoneyKind.Int64 => "long",
        _ => "double",
    };

    /// <summary>Whether reports lie on a grid, so that prices are grid reports too.</summary>
    public bool IsGrid => Kind != MoneyKind.Double;

    /// <summary>The distance of two neighbours on the grid, as a literal.</summary>
    public string Step => Kind == MoneyKind.Decimal ? Literal((double)StepSize) : "1";

    /// <summary>A literal of the type.</summary>
    public string Literal(double value) => Kind switch
    {
        MoneyKind.Decimal => ((decimal)value).ToString(CultureInfo.InvariantCulture) + "m",
        MoneyKind.Int64 => value.ToString("F0", CultureInfo.InvariantCulture),
        _ => NumberText.Exact(value),
    };

    /// <summary>As <see cref="Literal"/>, but of the type wherever it stands: <c>8.0</c>, so that no division drops digits.</summary>
    public string Operand(double value) => Kind == MoneyKind.Double ? NumberText.Exact(value, asDouble: true) : Literal(value);

    /// <summary>The smallest grid amount that is at least the given one; without a grid, the amount itself.</summary>
    public double RoundUp(double value) => Round(value, decimal.Ceiling);

    /// <summary>The greatest grid amount that is at most the given one; without a grid, the amount itself.</summary>
    public double RoundDown(double value) => Round(value, decimal.Floor);

    private decimal StepSize => 1m / Power(Decimals);

    private double Round(double value, Func<decimal, decimal> toInteger)
    {
        // Amounts beyond the report domain stay: no report reaches them.
        if (!IsGrid || Math.Abs(value) > Market.LargestReport)
        {
            return value;
        }

        var steps = Kind == MoneyKind.Decimal ? Power(Decimals) : 1m;
        return (double)(toInteger((decimal)value * steps) / steps);
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var digit = 0; digit < decimals; digit++)
        {
            power *= 10;
        }

        return power;
    }
}
