using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// The distribution of one agent's value or cost. Priors are records: equal parameters, equal priors, so that solutions can be cached by content.
/// Constructors check nothing; domains are checked by the catalogue before a prior is made.
/// </summary>
public abstract record Prior
{
    /// <summary>Lower end of the support; −∞ for an unbounded one.</summary>
    public abstract double Lower { get; }

    /// <summary>Upper end of the support; +∞ for an unbounded one.</summary>
    public abstract double Upper { get; }

    /// <summary>E[V]; +∞ where it diverges.</summary>
    public abstract double Mean { get; }

    /// <summary>F(v) = P(V ≤ v): 0 below and 1 above the support.</summary>
    public abstract double Cdf(double value);

    /// <summary>1 − F(v) = P(V &gt; v), accurate in the upper tail (no cancellation).</summary>
    public abstract double Survival(double value);

    /// <summary>inf{v : F(v) ≥ p} for p in (0, 1]; <see cref="Lower"/> at p = 0.</summary>
    public abstract double Quantile(double probability);

    /// <summary>inf{v : 1 − F(v) ≤ q}: the quantile counted from the top, accurate for small q.</summary>
    public abstract double UpperQuantile(double tail);

    /// <summary>P(V = v), the mass of the atom at v; 0 where F is continuous. Every atom is one of the <see cref="Breakpoints"/>.</summary>
    public virtual double MassAt(double value) => 0;

    /// <summary>
    /// The finite values, in increasing order, at which F, its density or the virtual value is not smooth, with the finite ends of the
    /// support. Quadrature never steps across one.
    /// </summary>
    public abstract EquatableArray<double> Breakpoints { get; }

    /// <summary>The prior as the declaration would write it, numbers in invariant culture: <c>Uniform(0, 12)</c>.</summary>
    public abstract string Describe();

    /// <summary>Same as <see cref="Describe"/>.</summary>
    public sealed override string ToString() => Describe();
}

/// <summary>A prior with a density.</summary>
public abstract record ContinuousPrior : Prior
{
    /// <summary>f(v); 0 outside the support. At a jump, the limit from the right.</summary>
    public abstract double Density(double value);

    /// <summary>(1 − F(v)) / f(v), the inverse hazard rate; +∞ where the density vanishes inside the support.</summary>
    public virtual double InverseHazard(double value)
    {
        var survival = Survival(value);
        return survival <= 0 ? 0 : survival / Density(value);
    }

    /// <summary>F(v) / f(v), the inverse reverse hazard rate, with which costs are marked up.</summary>
    public virtual double InverseReverseHazard(double value)
    {
        var mass = Cdf(value);
        return mass <= 0 ? 0 : mass / Density(value);
    }

    /// <summary>ψ(v) = v − (1 − F(v))/f(v), the virtual value (Myerson 1981).</summary>
    public double VirtualValue(double value) => value - InverseHazard(value);

    /// <summary>
    /// The virtual value in closed form: intervals that partition the support in order, on each of which ψ(v) = Slope·v + Intercept exactly.
    /// Empty where ψ is not piecewise affine.
    /// </summary>
    public virtual EquatableArray<AffineInterval> AffineVirtualValue => [];
}

/// <summary>On [From, To) a function is Slope·v + Intercept.</summary>
public readonly record struct AffineInterval(double From, double To, double Slope, double Intercept);
