using System.Globalization;
using System.Reflection;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Auditing.Declarations;

/// <summary>A prior of the user's own, asked as it runs: its distribution function, turned around by bisection.</summary>
/// <param name="Name">The record with its numbers.</param>
/// <param name="LowerEnd">Lower end of the support.</param>
/// <param name="UpperEnd">Upper end of the support.</param>
/// <param name="Distribution">P(V ≤ v) on the support.</param>
internal sealed record OwnPrior(string Name, double LowerEnd, double UpperEnd, Func<double, double> Distribution) : Prior
{
    /// <inheritdoc/>
    public override double Lower => LowerEnd;

    /// <inheritdoc/>
    public override double Upper => UpperEnd;

    /// <summary>By the midpoint rule over probabilities; good enough to choose a scale.</summary>
    public override double Mean => Enumerable.Range(0, 256).Average(index => Quantile((index + .5) / 256));

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => new double[] { LowerEnd, UpperEnd }.Where(double.IsFinite).ToEquatableArray();

    /// <summary>Makes the record and finds its methods.</summary>
    /// <exception cref="AuditException">It has no support or no distribution function.</exception>
    public static OwnPrior Create(Type type, double[] parameters)
    {
        var constructor = type.GetConstructors().FirstOrDefault(one => one.GetParameters().Length == parameters.Length)
            ?? throw new AuditException($"'{type.Name}' cannot be made from {parameters.Length} numbers.");
        var arguments = constructor.GetParameters().Select((parameter, index) => Convert.ChangeType(parameters[index], parameter.ParameterType, CultureInfo.InvariantCulture)).ToArray();
        var prior = constructor.Invoke(arguments);
        var support = type.GetCustomAttribute<SupportAttribute>() ?? throw new AuditException($"'{type.Name}' states no [Support].");
        var method = Array.Find(type.GetMethods(), one => one.GetCustomAttribute<DistributionAttribute>() is not null) ?? throw new AuditException($"'{type.Name}' has no [Distribution] method.");
        return new OwnPrior($"{prior}", End(support.Low), End(support.High), method.CreateDelegate<Func<double, double>>(prior));

        double End(object end) => end is double number ? number : Convert.ToDouble(type.GetProperty((string)end)!.GetValue(prior), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override double Cdf(double value) => value < LowerEnd ? 0 : value >= UpperEnd ? 1 : Distribution(value);

    /// <inheritdoc/>
    public override double Survival(double value) => 1 - Cdf(value);

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        var (low, high) = (double.IsFinite(LowerEnd) ? LowerEnd : -1.0, double.IsFinite(UpperEnd) ? UpperEnd : 1.0);
        while (Cdf(low) > probability)
        {
            low *= 2;
        }

        while (Cdf(high) < probability && high < 1e15)
        {
            high *= 2;
        }

        for (var step = 0; step < 80 && low < high; step++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Cdf(middle) >= probability ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => Quantile(1 - tail);

    /// <inheritdoc/>
    public override string Describe() => Name;
}
