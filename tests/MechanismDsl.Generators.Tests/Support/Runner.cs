using System.Reflection;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>Calls generated code of any money type with reports given as doubles.</summary>
internal static class Runner
{
    private delegate Sale<T> Plain<T>(ReadOnlySpan<T> reports)
        where T : struct;

    private delegate Sale<T> WithReserve<T>(ReadOnlySpan<T> reports, T reserve)
        where T : struct;

    private delegate SharedSale<double> Lottery(ReadOnlySpan<double> reports);

    private delegate SharedSale<double> LotteryWithReserve(ReadOnlySpan<double> reports, double reserve);

    public static (int Winner, double Price) Sale(Type type, MoneyKind money, double[] reports, double? reserve = null) => money switch
    {
        MoneyKind.Decimal => Sale(type, reports, reserve, value => (decimal)value, value => (double)value),
        MoneyKind.Int64 => Sale(type, reports, reserve, value => (long)value, value => (double)value),
        _ => Sale(type, reports, reserve, value => value, value => value),
    };

    public static Share<double>[] Shares(Type type, double[] reports, double? reserve = null) => reserve is { } amount
        ? [.. Method(type, typeof(double), hasReserve: true).CreateDelegate<LotteryWithReserve>()(reports, amount).Shares]
        : [.. Method(type, typeof(double), hasReserve: false).CreateDelegate<Lottery>()(reports).Shares];

    private delegate Sale<T> Paying<T>(ReadOnlySpan<T> reports, Span<T> payments)
        where T : struct;

    private delegate Sale<T> PayingWithReserve<T>(ReadOnlySpan<T> reports, Span<T> payments, T reserve)
        where T : struct;

    /// <summary>What everybody pays, where others than the winner may.</summary>
    public static double[] Payments(Type type, MoneyKind money, double[] reports, double? reserve = null) => money switch
    {
        MoneyKind.Decimal => Payments(type, reports, reserve, value => (decimal)value, value => (double)value),
        MoneyKind.Int64 => Payments(type, reports, reserve, value => (long)value, value => (double)value),
        _ => Payments(type, reports, reserve, value => value, value => value),
    };

    private static double[] Payments<T>(Type type, double[] reports, double? reserve, Func<double, T> to, Func<T, double> from)
        where T : struct
    {
        var own = Array.ConvertAll(reports, report => to(report));
        var payments = new T[reports.Length];
        Type[] spans = [typeof(ReadOnlySpan<T>), typeof(Span<T>)];
        var method = type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, reserve is null ? spans : [.. spans, typeof(T)])
            ?? throw new MissingMethodException(type.Name, "Run with payments");
        _ = reserve is { } amount
            ? method.CreateDelegate<PayingWithReserve<T>>()(own, payments, to(amount))
            : method.CreateDelegate<Paying<T>>()(own, payments);
        return Array.ConvertAll(payments, payment => from(payment));
    }

    private static (int Winner, double Price) Sale<T>(Type type, double[] reports, double? reserve, Func<double, T> to, Func<T, double> from)
        where T : struct
    {
        var own = Array.ConvertAll(reports, report => to(report));
        var sale = reserve is { } amount
            ? Method(type, typeof(T), hasReserve: true).CreateDelegate<WithReserve<T>>()(own, to(amount))
            : Method(type, typeof(T), hasReserve: false).CreateDelegate<Plain<T>>()(own);
        return (sale.Winner, from(sale.Price));
    }

    private static MethodInfo Method(Type type, Type money, bool hasReserve)
    {
        var reports = typeof(ReadOnlySpan<>).MakeGenericType(money);
        return type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, hasReserve ? [reports, money] : [reports])
            ?? throw new MissingMethodException(type.Name, "Run");
    }
}
