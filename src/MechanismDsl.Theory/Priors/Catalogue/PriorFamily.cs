using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>A family of priors that a declaration can name.</summary>
/// <param name="Name">The name of the declaration's record: <c>Uniform</c>.</param>
/// <param name="Parameters">The parameters in order.</param>
public sealed record PriorFamily(string Name, EquatableArray<PriorParameter> Parameters)
{
    /// <summary>The number of parameters that must be given.</summary>
    public int Required => Parameters.Count(parameter => parameter.Default is null);

    /// <summary>How the family is written: <c>Uniform(Low, High)</c>, optional parameters in brackets.</summary>
    public string Signature =>
        $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Default is null ? parameter.Name : $"[{parameter.Name}]"))})";
}

/// <summary>A parameter of a family.</summary>
/// <param name="Name">The name of the record's constructor parameter.</param>
/// <param name="Domain">The allowed values in words.</param>
/// <param name="Default">The value of an optional parameter that is not given; null for a required one.</param>
public sealed record PriorParameter(string Name, string Domain, double? Default = null);

/// <summary>A prior, or why there is none.</summary>
/// <param name="Prior">The prior; null if there is a violation.</param>
/// <param name="Violations">What is wrong with the numbers; empty for a prior.</param>
public sealed record PriorReading(Prior? Prior, EquatableArray<PriorViolation> Violations);

/// <summary>Something that keeps numbers from being a distribution.</summary>
/// <param name="Kind">What kind of mistake.</param>
/// <param name="Parameter">The parameter's name; of an array, its name.</param>
/// <param name="Index">The parameter's position; in an array, the element's; for <see cref="ViolationKind.Count"/>, the number given.</param>
/// <param name="Value">The value; NaN where the mistake is not about one value.</param>
/// <param name="Domain">What is allowed, in words that follow "must be": <c>above Low = 5</c>.</param>
/// <param name="Repairs">Repairs, the likeliest first; each makes a prior that is allowed. May be empty.</param>
public sealed record PriorViolation(
    ViolationKind Kind,
    string Parameter,
    int Index,
    double Value,
    string Domain,
    EquatableArray<PriorRepair> Repairs)
{
    /// <summary>The violation as a sentence: <c>High = 3 must be above Low = 5</c>.</summary>
    public string Message => double.IsNaN(Value) && Kind != ViolationKind.Domain
        ? $"{Parameter} must be {Domain}"
        : $"{Parameter} = {(double.IsNaN(Value) ? "NaN" : Numerals.Format(Value))} must be {Domain}";
}

/// <summary>Kinds of mistakes in a prior's numbers.</summary>
public enum ViolationKind
{
    /// <summary>No family has this name.</summary>
    Family,

    /// <summary>Too few or too many numbers.</summary>
    Count,

    /// <summary>A number outside its domain.</summary>
    Domain,

    /// <summary>Components that cannot be mixed.</summary>
    Mixture,
}

/// <summary>Numbers that would be allowed.</summary>
/// <param name="Title">What the repair does: <c>Swap Low and High</c>.</param>
/// <param name="Parameters">All parameters (values, edges) after the repair.</param>
/// <param name="Weights">All weights or masses after the repair; empty where there are none.</param>
public sealed record PriorRepair(string Title, EquatableArray<double> Parameters, EquatableArray<double> Weights);
