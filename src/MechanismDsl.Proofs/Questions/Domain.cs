using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Questions;

/// <summary>The values that an input of a rule can take: a closed interval, a grid, or a finite list.</summary>
public abstract record Domain
{
    private Domain() { }

    /// <summary>The kind of the values.</summary>
    public abstract ScalarKind Kind { get; }

    /// <summary>The smallest value.</summary>
    public abstract double Low { get; }

    /// <summary>The largest value.</summary>
    public abstract double High { get; }

    /// <summary>Every double in [low, high]; −0.0 is not one of them.</summary>
    public sealed record Interval(double From, double To) : Domain
    {
        /// <inheritdoc/>
        public override ScalarKind Kind => ScalarKind.Double;

        /// <inheritdoc/>
        public override double Low => From;

        /// <inheritdoc/>
        public override double High => To;
    }

    /// <summary>Every whole number in [From, To], as an <c>int</c> or <c>long</c>.</summary>
    public sealed record Integers(long From, long To, bool IsLong) : Domain
    {
        /// <inheritdoc/>
        public override ScalarKind Kind => IsLong ? ScalarKind.Int64 : ScalarKind.Int32;

        /// <inheritdoc/>
        public override double Low => From;

        /// <inheritdoc/>
        public override double High => To;
    }

    /// <summary>Every decimal in [From, To] with at most <paramref name="Decimals"/> digits after the point.</summary>
    public sealed record Grid(decimal From, decimal To, int Decimals) : Domain
    {
        /// <inheritdoc/>
        public override ScalarKind Kind => ScalarKind.Decimal;

        /// <inheritdoc/>
        public override double Low => (double)From;

        /// <inheritdoc/>
        public override double High => (double)To;
    }

    /// <summary>A finite list of values of one kind, ascending, not empty: declared types, or the two booleans.</summary>
    public sealed record Finite(EquatableArray<Scalar> Values) : Domain
    {
        /// <inheritdoc/>
        public override ScalarKind Kind => Values[0].Kind;

        /// <inheritdoc/>
        public override double Low => Values[0].ToNumber();

        /// <inheritdoc/>
        public override double High => Values[Values.Count - 1].ToNumber();
    }
}
