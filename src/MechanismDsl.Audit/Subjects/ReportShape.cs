using System.Linq.Expressions;
using System.Reflection;
using MechanismDsl.Auditing.Declarations;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>How a report is made of numbers: a number itself, or a record of numbers.</summary>
internal sealed class ReportShape<TReport>
{
    private readonly Func<double[], TReport> _make;

    /// <summary>Reads the report's members and their domains.</summary>
    /// <exception cref="AuditException">A report is neither a number nor a record of numbers.</exception>
    public ReportShape(DeclaredMechanism mechanism)
    {
        var decimals = mechanism.Find("Money")?.Get<int?>("Decimals") ?? 2;
        if (Numbers<TReport>.IsNumber)
        {
            var domain = Domain(mechanism);
            Dimensions = [new Dimension(string.Empty, domain.Low, domain.High, Numbers<TReport>.Step(decimals))];
            _make = numbers => Numbers<TReport>.Of(numbers[0]);
            return;
        }

        var constructor = typeof(TReport).GetConstructors().MaxBy(one => one.GetParameters().Length);
        if (constructor is null || constructor.GetParameters() is not { Length: > 0 } members || !members.All(member => IsNumber(member.ParameterType)))
        {
            throw new AuditException($"Reports of type {typeof(TReport).Name} are no records of numbers: hand over the types themselves, with a Valuation.");
        }

        var sources = Sources(mechanism, members);
        var isDivisible = mechanism.Has("Divisible");
        var isAll = isDivisible || mechanism.Has("Outcomes") || mechanism.Has("Assignment") || mechanism.Has("Goods");
        Bid = isAll ? 0 : Math.Max(0, Array.FindIndex(sources, source => source.GetCustomAttribute<ReportAttribute>() is not null));
        var (low, high) = mechanism.Find("Outcomes") is { } outcomes ? (outcomes.Get<double>("Low"), outcomes.Get<double>("High")) : (0, 1e15);
        Dimensions = [.. members.Select((member, index) =>
        {
            var between = sources[index].GetCustomAttribute<BetweenAttribute>();
            return new Dimension(member.Name!, between?.Low ?? (member.ParameterType == typeof(bool) ? 0 : low), between?.High ?? (member.ParameterType == typeof(bool) ? 1 : high), isDivisible && index == 1 && member.ParameterType == typeof(decimal) ? 1 : Step(member.ParameterType, decimals), !isAll && index != Bid);
        })];
        var numbers = Expression.Parameter(typeof(double[]));
        _make = Expression.Lambda<Func<double[], TReport>>(
            Expression.New(constructor, members.Select((member, index) => Expression.Call(
                typeof(Numbers<>).MakeGenericType(member.ParameterType).GetMethod(nameof(Numbers<double>.Of))!,
                Expression.ArrayIndex(numbers, Expression.Constant(index))))),
            numbers).Compile();
    }

    /// <summary>The numbers of a report.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>Which of them is the bid, where the others are public.</summary>
    public int Bid { get; }

    /// <summary>The report of these numbers.</summary>
    public TReport Make(double[] numbers) => numbers.Length == Dimensions.Count
        ? _make(numbers)
        : throw new AuditException(FormattableString.Invariant($"A report is {Dimensions.Count} numbers ({string.Join(", ", Dimensions.Select(one => one.Name.Length == 0 ? "the type" : one.Name))}), not {numbers.Length}."));

    private static bool IsNumber(Type type) => type == typeof(double) || type == typeof(decimal) || type == typeof(long) || type == typeof(int) || type == typeof(bool);

    private static double Step(Type type, int decimals) =>
        type == typeof(double) ? 0 : type == typeof(decimal) ? Numbers<decimal>.Step(decimals) : 1;

    private static (double Low, double High) Domain(DeclaredMechanism mechanism)
    {
        ParameterInfo?[] sources =
        [
            mechanism.Method<ScoreAttribute>()?.GetParameters().FirstOrDefault(),
            mechanism.Method<AllocationAttribute>()?.GetParameters().FirstOrDefault(),
            mechanism.Method<PaymentAttribute>()?.GetParameters().FirstOrDefault(),
            mechanism.Method<ValueAttribute>()?.GetParameters().Skip(1).FirstOrDefault(),
        ];
        var domains = sources.Select(source => source?.GetCustomAttribute<BetweenAttribute>()).OfType<BetweenAttribute>().ToList();
        return domains.Count == 0 ? (0, 1e15) : (domains.Max(domain => domain.Low), domains.Min(domain => domain.High));
    }

    /// <summary>Where the attributes of each member stand: the parameters of a score, or the record's own.</summary>
    private static ICustomAttributeProvider[] Sources(DeclaredMechanism mechanism, ParameterInfo[] members)
    {
        var parameters = mechanism.Method<ScoreAttribute>()?.GetParameters() ?? [];
        if (parameters.Length == members.Length)
        {
            return parameters;
        }

        return [.. members.Select(ICustomAttributeProvider (member) =>
            member.GetCustomAttributes().Any(attribute => attribute is ReportAttribute or BetweenAttribute)
                ? member
                : typeof(TReport).GetProperty(member.Name!) is { } property ? property : member)];
    }
}

/// <summary>Attributes of parameters and members alike.</summary>
file static class Sources
{
    public static TAttribute? GetCustomAttribute<TAttribute>(this ICustomAttributeProvider source)
        where TAttribute : Attribute => source.GetCustomAttributes(typeof(TAttribute), inherit: false).OfType<TAttribute>().FirstOrDefault();
}
