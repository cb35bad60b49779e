using System.Reflection;

namespace MechanismDsl.Tool.Running;

/// <summary>The methods <c>Explain</c> of generated types, by what they take besides the agent that asks. Spans cannot be passed to methods that are called by name, so each form has a delegate.</summary>
internal static class Explainers
{
    private delegate string OfAll<T>(ReadOnlySpan<T> reports);

    private delegate string OfOne<T>(ReadOnlySpan<T> reports, int agent);

    private delegate string OfAllWith<T, TOther>(ReadOnlySpan<T> reports, TOther other);

    private delegate string OfOneWith<T, TOther>(ReadOnlySpan<T> reports, TOther other, int agent);

    private delegate string OfAllInTwo<T, TOther>(ReadOnlySpan<T> reports, ReadOnlySpan<TOther> others);

    private delegate string OfOneInTwo<T, TOther>(ReadOnlySpan<T> reports, ReadOnlySpan<TOther> others, int agent);

    private delegate string OfAllInTwoWith<T, TOther, TLast>(ReadOnlySpan<T> reports, ReadOnlySpan<TOther> others, TLast last);

    private delegate string OfOneInTwoWith<T, TOther, TLast>(ReadOnlySpan<T> reports, ReadOnlySpan<TOther> others, TLast last, int agent);

    /// <summary>Explains reports, for one agent or, with null, for all; null if the mechanism has no such method.</summary>
    public static Func<int?, string>? Of<T>(Type mechanism, T[] reports) =>
        Bind<OfAll<T>>(mechanism) is { } all && Bind<OfOne<T>>(mechanism) is { } one
            ? agent => agent is { } asked ? one(reports, asked) : all(reports)
            : null;

    /// <summary>The same of reports and a number: a reserve, the number of items or of bidders.</summary>
    public static Func<int?, string>? Of<T, TOther>(Type mechanism, T[] reports, TOther other) =>
        Bind<OfAllWith<T, TOther>>(mechanism) is { } all && Bind<OfOneWith<T, TOther>>(mechanism) is { } one
            ? agent => agent is { } asked ? one(reports, other, asked) : all(reports, other)
            : null;

    /// <summary>The same of two rows of numbers: bids and costs, or reports and sizes.</summary>
    public static Func<int?, string>? OfTwo<T, TOther>(Type mechanism, T[] reports, TOther[] others) =>
        Bind<OfAllInTwo<T, TOther>>(mechanism) is { } all && Bind<OfOneInTwo<T, TOther>>(mechanism) is { } one
            ? agent => agent is { } asked ? one(reports, others, asked) : all(reports, others)
            : null;

    /// <summary>The same of two rows and a number.</summary>
    public static Func<int?, string>? OfTwo<T, TOther, TLast>(Type mechanism, T[] reports, TOther[] others, TLast last) =>
        Bind<OfAllInTwoWith<T, TOther, TLast>>(mechanism) is { } all && Bind<OfOneInTwoWith<T, TOther, TLast>>(mechanism) is { } one
            ? agent => agent is { } asked ? one(reports, others, last, asked) : all(reports, others, last)
            : null;

    /// <summary>The same of the cost of one seller and the bid of one buyer.</summary>
    public static Func<int?, string>? OfPair<T>(Type mechanism, T cost, T bid) =>
        Bind<Func<T, T, string>>(mechanism) is { } all && Bind<Func<T, T, int, string>>(mechanism) is { } one
            ? agent => agent is { } asked ? one(cost, bid, asked) : all(cost, bid)
            : null;

    /// <summary>The same of one number of one person.</summary>
    public static Func<int?, string>? OfOnePerson<T>(Type mechanism, T number) =>
        Bind<Func<T, string>>(mechanism) is { } text ? _ => text(number) : null;

    private static TDelegate? Bind<TDelegate>(Type mechanism)
        where TDelegate : Delegate => Statics.Bind<TDelegate>(mechanism, "Explain");
}

/// <summary>Static methods of generated types as delegates.</summary>
internal static class Statics
{
    /// <summary>The public static method of a name with exactly the parameters and the result of the delegate; null if there is none.</summary>
    public static TDelegate? Bind<TDelegate>(Type owner, string name)
        where TDelegate : Delegate
    {
        var shape = typeof(TDelegate).GetMethod("Invoke")!;
        var method = owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [.. shape.GetParameters().Select(parameter => parameter.ParameterType)]);
        return method is not null && method.ReturnType == shape.ReturnType ? method.CreateDelegate<TDelegate>() : null;
    }
}
