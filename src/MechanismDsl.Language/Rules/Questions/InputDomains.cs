using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Rules.Questions;

/// <summary>The values that the numbers of a report can take: what generated code accepts, and nothing else.</summary>
internal static class InputDomains
{
    /// <summary>More decimals than this between the ends of a domain cannot be counted by a decimal.</summary>
    private const decimal MostSteps = 1e27m;

    /// <summary>One domain if it is that of all agents, otherwise one for each.</summary>
    public static EquatableArray<Domain> Of(ReportField field, Money money, EquatableArray<Agent> agents)
    {
        var domains = agents.Select(agent => Of(field, money, field.Role == FieldRole.Report ? agent.Types : [])).ToEquatableArray();
        return domains.All(domain => domain == domains[0]) ? [domains[0]] : domains;
    }

    /// <summary>A number as a value of a rule.</summary>
    public static Scalar Value(NumberKind kind, double number) => kind switch
    {
        NumberKind.Double => Scalar.Of(number),
        NumberKind.Decimal => Scalar.Of((decimal)number),
        NumberKind.Int32 => Scalar.Of((int)number),
        NumberKind.Int64 => Scalar.Of((long)number),
        _ => Scalar.Of(number != 0),
    };

    private static Domain Of(ReportField field, Money money, EquatableArray<double> types) => field.Kind switch
    {
        _ when types.Count > 0 => new Domain.Finite(types.Select(type => Value(field.Kind, type)).ToEquatableArray()),
        _ when field.Values.Count > 0 => new Domain.Finite(field.Values.Select(value => Value(field.Kind, value)).ToEquatableArray()),
        NumberKind.Boolean => new Domain.Finite([Scalar.Of(false), Scalar.Of(true)]),
        NumberKind.Int32 => new Domain.Integers((long)Math.Ceiling(field.Low), (long)Math.Floor(field.High), IsLong: false),
        NumberKind.Int64 => new Domain.Integers((long)Math.Ceiling(field.Low), (long)Math.Floor(field.High), IsLong: true),
        NumberKind.Decimal => new Domain.Grid((decimal)field.Low, (decimal)field.High, field.Role == FieldRole.Report ? money.Decimals : Finest(field)),
        _ => new Domain.Interval(field.Low, field.High),
    };

    /// <summary>A public decimal lies on no grid of money: as many digits as the domain has room for.</summary>
    private static int Finest(ReportField field)
    {
        var decimals = 0;
        for (var steps = Math.Max(1, (decimal)field.High - (decimal)field.Low); decimals < 27 && steps < MostSteps / 10; decimals++)
        {
            steps *= 10;
        }

        return decimals;
    }
}
