using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Order;

/// <summary>How far a comparison is established. Ordered: the conjunction of two is the smaller one, the disjunction the larger one.</summary>
internal enum Entailment
{
    /// <summary>Not at all.</summary>
    Open,

    /// <summary>In real arithmetic: a function of the mathematical library, or a rounding decimal operation, was taken to be monotone.</summary>
    Real,

    /// <summary>To the last bit.</summary>
    Exact,
}

/// <summary>Composition of entailments.</summary>
internal static class Entailments
{
    /// <summary>Both.</summary>
    public static Entailment And(this Entailment left, Entailment right) => left < right ? left : right;

    /// <summary>Exact if the condition holds.</summary>
    public static Entailment If(bool condition) => condition ? Entailment.Exact : Entailment.Open;

    /// <summary>The arithmetic of something established.</summary>
    public static Arithmetic ToArithmetic(this Entailment entailment) => entailment == Entailment.Exact ? Arithmetic.Exact : Arithmetic.Real;
}
