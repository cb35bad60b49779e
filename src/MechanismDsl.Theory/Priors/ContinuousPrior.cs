using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>A prior with a density.</summary>
public abstract record ContinuousPrior : Prior
{
    /// <summary>
    /// f(v); 0 outside the support, +∞ at a pole. At a jump inside the support, the limit from the right; at the ends of the support, the
    /// limit from inside.
    /// </summary>
    public abstract double Density(double value);

    /// <summary>The limit of the density from the left; at the ends of the support, the limit from inside.</summary>
    public virtual double LeftDensity(double value) => Density(value);

    /// <summary>(1 − F(v)) / f(v), the inverse hazard rate; 0 from the upper end on, +∞ where the density vanishes with mass above.</summary>
    public virtual double InverseHazard(double value)
    {
        var survival = Survival(value);
        return survival <= 0 ? 0 : survival / Density(value);
    }

    /// <summary>F(v) / f(v), the inverse reverse hazard rate, with which costs are marked up; 0 up to the lower end, +∞ where the density vanishes with mass below.</summary>
    public virtual double InverseReverseHazard(double value)
    {
        var mass = Cdf(value);
        return mass <= 0 ? 0 : mass / Density(value);
    }

    /// <summary>ψ(v) = v − (1 − F(v))/f(v), the virtual value (Myerson 1981).</summary>
    public double VirtualValue(double value) => value - InverseHazard(value);

    /// <summary>c + F(c)/f(c), the virtual cost of a supplier (Myerson 1981 on the buying side).</summary>
    public double VirtualCost(double cost) => cost + InverseReverseHazard(cost);

    /// <summary>
    /// The virtual value in closed form: intervals that partition the support (without its gaps) in order, on each of which
    /// ψ(v) = Slope·v + Intercept exactly; the last one reaches to +∞ for an unbounded support. Empty where ψ is not piecewise affine.
    /// </summary>
    public virtual EquatableArray<AffineInterval> AffineVirtualValue => [];

    /// <summary>The same for the virtual cost c + F(c)/f(c) = Slope·c + Intercept. Empty where it is not piecewise affine.</summary>
    public virtual EquatableArray<AffineInterval> AffineVirtualCost => [];
}

/// <summary>On [From, To) a function is Slope·v + Intercept.</summary>
public readonly record struct AffineInterval(double From, double To, double Slope, double Intercept);
