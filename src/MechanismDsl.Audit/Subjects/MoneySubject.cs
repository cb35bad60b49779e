using System.Numerics;
using Fractions;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>A mechanism whose types are numbers of the money.</summary>
internal abstract class MoneySubject<TMoney> : Subject
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public override bool IsRounded => typeof(TMoney) == typeof(double);

    /// <inheritdoc/>
    public override Fraction[] Exact(int agent, double[] type) => [.. type.Select(number => Amount.Of(Numbers<TMoney>.Of(number)).Exact)];

    /// <summary>Numbers in the money.</summary>
    protected static TMoney[] Money(IEnumerable<double> numbers) => [.. numbers.Select(Numbers<TMoney>.Of)];

    /// <summary>Domains of so many numbers of the money: from 0 to 10^15.</summary>
    protected static IReadOnlyList<Dimension> Dimensions(Declarations.DeclaredMechanism mechanism, int count, string name)
    {
        var step = Numbers<TMoney>.Step(mechanism.Find("Money")?.Get<int?>("Decimals") ?? 2);
        return [.. Enumerable.Range(0, count).Select(index => new Dimension(count == 1 ? string.Empty : FormattableString.Invariant($"{name} {index}"), 0, 1e15, step))];
    }
}
