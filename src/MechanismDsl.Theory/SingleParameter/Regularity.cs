using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>The shape of a prior's virtual value.</summary>
/// <param name="Class">Monotone hazard rate, regular or irregular.</param>
/// <param name="Basis">How the class is known: an explanation must not call a scan a proof.</param>
/// <param name="Reason">The theorem, or what was computed, in words.</param>
/// <param name="Witness">An interval [From, To] of types with ψ(From) &gt; ψ(To); null for a regular prior, and for one irregular by theorem whose fall is too narrow to show.</param>
/// <param name="Ironed">
/// The intervals of types that share one ironed virtual value, in increasing order. A regular prior has one where its virtual value is
/// constant over several types (equal revenue): no type is pooled against its virtual value, but ties have positive probability.
/// </param>
public sealed record Regularity(
    RegularityClass Class,
    RegularityBasis Basis,
    string Reason,
    TypeInterval? Witness,
    EquatableArray<IronedBlock> Ironed);

/// <summary>How the class of a prior is known.</summary>
public enum RegularityBasis
{
    /// <summary>A theorem about the family.</summary>
    Theorem,

    /// <summary>Exact comparison of rational numbers: finite types and histograms.</summary>
    Exact,

    /// <summary>The virtual value was compared on a dense grid of quantiles: an irregularity narrower than the grid would be missed.</summary>
    Scan,
}

/// <summary>An interval of types.</summary>
public readonly record struct TypeInterval(double From, double To);

/// <summary>All types of [From, To] share the ironed virtual value Score; of finitely many types, From and To are the lowest and the highest one.</summary>
public readonly record struct IronedBlock(double From, double To, double Score);

/// <summary>Classes of priors, each contained in the next.</summary>
public enum RegularityClass
{
    /// <summary>f/(1−F) is non-decreasing; for finite types, (v_{k+1} − v_k)(1 − F_k)/f_k is non-increasing.</summary>
    MonotoneHazardRate,

    /// <summary>The virtual value is non-decreasing.</summary>
    Regular,

    /// <summary>The virtual value falls somewhere.</summary>
    Irregular,
}
