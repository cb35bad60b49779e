using System.Globalization;
using Fractions;
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
    public string Step => Kind == MoneyKind.Decimal ? Literal(1 / Money.StepsPerUnit) : "1";

    /// <summary>The same distance in prose.</summary>
    public string StepText => NumberText.Words(1 / Money.StepsPerUnit, NumberText.LiteralDigits);

    /// <summary>A literal of the type.</summary>
    public string Literal(double value) => Kind switch
    {
        MoneyKind.Decimal => ((decimal)value).ToString(CultureInfo.InvariantCulture) + "m",
        MoneyKind.Int64 => value.ToString("F0", CultureInfo.InvariantCulture),
        _ => NumberText.Exact(value),
    };

    /// <summary>A literal of the type for an amount that it can hold.</summary>
    public string ExactLiteral(Fraction value) => Kind switch
    {
        MoneyKind.Decimal => ((decimal)value.Numerator / (decimal)value.Denominator).ToString(CultureInfo.InvariantCulture) + "m",
        MoneyKind.Int64 => value.Numerator.ToString(CultureInfo.InvariantCulture),
        _ => NumberText.Exact(RationalText.ToDouble(value)),
    };

    /// <summary>As <see cref="Literal"/>, but of the type wherever it stands: <c>8.0</c>, so that no division drops digits.</summary>
    public string Operand(double value) => Kind == MoneyKind.Double ? NumberText.Exact(value, asDouble: true) : Literal(value);

    /// <inheritdoc cref="Money.RoundUp"/>
    public double RoundUp(double value) => Money.RoundUp(value);

    /// <inheritdoc cref="Money.RoundDown"/>
    public double RoundDown(double value) => Money.RoundDown(value);

    private Money Money => new(Kind, Decimals);
}
