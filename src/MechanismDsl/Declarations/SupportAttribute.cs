namespace MechanismDsl;

/// <summary>The support [low, high] of a prior that the user wrote, see <see cref="IPrior"/>. Each end is a number or the name of a constructor parameter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SupportAttribute : Attribute
{
    /// <summary>Both ends are numbers; they may be infinite.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    public SupportAttribute(double low, double high) => (Low, High) = (low, high);

    /// <summary>The upper end is the parameter with this name.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Name of the constructor parameter that is the upper end.</param>
    public SupportAttribute(double low, string high) => (Low, High) = (low, high);

    /// <summary>The lower end is the parameter with this name.</summary>
    /// <param name="low">Name of the constructor parameter that is the lower end.</param>
    /// <param name="high">Upper end.</param>
    public SupportAttribute(string low, double high) => (Low, High) = (low, high);

    /// <summary>Both ends are parameters.</summary>
    /// <param name="low">Name of the constructor parameter that is the lower end.</param>
    /// <param name="high">Name of the constructor parameter that is the upper end.</param>
    public SupportAttribute(string low, string high) => (Low, High) = (low, high);

    /// <summary>Lower end: a <c>double</c> or the name of a parameter.</summary>
    public object Low { get; }

    /// <summary>Upper end: a <c>double</c> or the name of a parameter.</summary>
    public object High { get; }
}
