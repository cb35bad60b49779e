using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// The distribution of one agent's value or cost. Priors are records: equal parameters, equal priors, so that solutions can be cached by content.
/// Constructors check nothing; domains are checked by the catalogue before a prior is made.
/// </summary>
public abstract record Prior
{
    private object? _derived;

    /// <summary>Makes a prior.</summary>
    protected Prior()
    {
    }

    /// <summary>Copies a prior, for <c>with</c>; what was derived from the old parameters is not copied.</summary>
    protected Prior(Prior original) => _ = original;

    /// <summary>Lower end of the support; −∞ for an unbounded one.</summary>
    public abstract double Lower { get; }

    /// <summary>Upper end of the support; +∞ for an unbounded one.</summary>
    public abstract double Upper { get; }

    /// <summary>E[V]; +∞ where it diverges.</summary>
    public abstract double Mean { get; }

    /// <summary>F(v) = P(V ≤ v): 0 below and 1 above the support; accurate in the lower tail.</summary>
    public abstract double Cdf(double value);

    /// <summary>1 − F(v) = P(V &gt; v), accurate in the upper tail (no cancellation).</summary>
    public abstract double Survival(double value);

    /// <summary>inf{v : F(v) ≥ p} for p in (0, 1]; <see cref="Lower"/> at p = 0.</summary>
    public abstract double Quantile(double probability);

    /// <summary>inf{v : 1 − F(v) ≤ q}: the quantile counted from the top, accurate for small q; <see cref="Upper"/> at q = 0.</summary>
    public abstract double UpperQuantile(double tail);

    /// <summary>P(V = v), the mass of the atom at v; 0 where F is continuous. Every atom is one of the <see cref="Breakpoints"/>.</summary>
    public virtual double MassAt(double value) => 0;

    /// <summary>
    /// The finite values, in increasing order, at which F, its density or the virtual value is not smooth, with the finite ends of the
    /// support. Quadrature never steps across one.
    /// </summary>
    public abstract EquatableArray<double> Breakpoints { get; }

    /// <summary>
    /// lim p·(1 − F(p)) for p → ∞, the revenue R(0+) of ever higher posted prices: 0 wherever the mean is finite, +∞ if posted-price
    /// revenue has no bound. See <see cref="RevenueTail"/> for what a positive limit means.
    /// </summary>
    public virtual double RevenueLimit => 0;

    /// <summary>The prior as the declaration would write it, numbers in invariant culture: <c>Uniform(0, 12)</c>.</summary>
    public abstract string Describe();

    /// <summary>Same as <see cref="Describe"/>.</summary>
    public sealed override string ToString() => Describe();

    /// <summary>Equality of kind; a derived record adds its parameters. Derived tables take no part.</summary>
    public virtual bool Equals(Prior? other) =>
        ReferenceEquals(this, other) || (other is not null && EqualityContract == other.EqualityContract);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>What follows from the parameters and is worth keeping (tables, normalising constants), computed on first use.</summary>
    private protected T Derived<TSelf, T>(TSelf self, Func<TSelf, T> compute)
        where TSelf : Prior
        where T : class => (T)(_derived ??= compute(self));
}
