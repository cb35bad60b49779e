using System.Reflection;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Calls generated code that serves several agents, of any money type, with reports given as doubles.</summary>
internal static class ServiceRunner
{
    private delegate TOutcome Plain<TReport, TOutcome>(ReadOnlySpan<TReport> reports);

    private delegate TOutcome WithSizes<TReport, TOutcome>(ReadOnlySpan<TReport> reports, ReadOnlySpan<int> sizes);

    private delegate TOutcome WithSizesAndReserve<TReport, TOutcome>(ReadOnlySpan<TReport> reports, ReadOnlySpan<int> sizes, TReport reserve);

    private delegate TOutcome WithReserve<TReport, TOutcome>(ReadOnlySpan<TReport> reports, TReport reserve);

    /// <summary>What every agent gets (with slots: its clicks) and pays.</summary>
    public static (double Quantity, double Payment)[] Run(Type type, MoneyKind money, FeasibleSet feasible, double[] reports, double? reserve = null, int[]? sizes = null) => money switch
    {
        MoneyKind.Decimal => Run(type, feasible, reports, reserve, sizes, value => (decimal)value, value => (double)value),
        MoneyKind.Int64 => Run(type, feasible, reports, reserve, sizes, value => (long)value, value => (double)value),
        _ => Run(type, feasible, reports, reserve, sizes, value => value, value => value),
    };

    private static (double Quantity, double Payment)[] Run<T>(Type type, FeasibleSet feasible, double[] reports, double? reserve, int[]? sizes, Func<double, T> to, Func<T, double> from)
        where T : struct
    {
        var own = Array.ConvertAll(reports, report => to(report));
        if (feasible is Slots(var clicks))
        {
            return [.. Call<T, Placements<T>>(type, own, reserve, sizes, to).Agents.ToArray().Select(one => (one.IsPlaced ? clicks[one.Slot] : 0, from(one.Payment)))];
        }

        return [.. Call<T, Awards<T>>(type, own, reserve, sizes, to).Agents.ToArray().Select(award => (award.Quantity, from(award.Payment)))];
    }

    private static TOutcome Call<T, TOutcome>(Type type, T[] reports, double? reserve, int[]? sizes, Func<double, T> to)
        where T : struct
    {
        List<Type> parameters = [typeof(ReadOnlySpan<T>)];
        parameters.AddRange(sizes is null ? [] : [typeof(ReadOnlySpan<int>)]);
        parameters.AddRange(reserve is null ? [] : [typeof(T)]);
        var method = type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, [.. parameters]) ?? throw new MissingMethodException(type.Name, "Run");
        return (reserve, sizes) switch
        {
            ({ } amount, null) => method.CreateDelegate<WithReserve<T, TOutcome>>()(reports, to(amount)),
            ({ } amount, _) => method.CreateDelegate<WithSizesAndReserve<T, TOutcome>>()(reports, sizes, to(amount)),
            (null, null) => method.CreateDelegate<Plain<T, TOutcome>>()(reports),
            _ => method.CreateDelegate<WithSizes<T, TOutcome>>()(reports, sizes),
        };
    }
}
