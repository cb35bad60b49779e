using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a mechanism on the bids of a file.</summary>
/// <param name="agents">The names of the agents where they are declared; empty for alike agents.</param>
internal abstract class Runner(IReadOnlyList<string> agents)
{
    /// <summary>The names of the agents where they are declared; empty for alike agents.</summary>
    protected IReadOnlyList<string> Agents { get; } = agents;

    /// <summary>What came of every profile of the file.</summary>
    /// <exception cref="ToolException">The file does not fit the mechanism; the message names line and column.</exception>
    public abstract IReadOnlyList<Played> Run(BidFile file);

    /// <summary>What runs a mechanism, by the interface through which it takes reports.</summary>
    /// <exception cref="ToolException">It takes reports in a form that no file has.</exception>
    public static Runner Of(Type mechanism)
    {
        foreach (var contract in mechanism.GetInterfaces().Where(contract => contract.IsGenericType))
        {
            var arguments = contract.GetGenericArguments();
            var definition = contract.GetGenericTypeDefinition();
            var runner = definition == typeof(IBilateralTrade<>) ? typeof(TradeRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IExchange<>) ? typeof(ExchangeRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IAssignment<>) ? typeof(AssignmentRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition != typeof(IMechanism<,>) ? null
                : IsNumber(arguments[0]) ? typeof(NumberRunner<,,>).MakeGenericType([mechanism, .. arguments])
                : typeof(RecordRunner<,,>).MakeGenericType([mechanism, .. arguments]);
            if (runner is not null)
            {
                return (Runner)Activator.CreateInstance(runner, NamesOf(mechanism))!;
            }
        }

        throw new ToolException($"'{mechanism.Name}' takes reports in a form that a table of bids does not have; call its Run from a program.");
    }

    /// <summary>A profile played; what the mechanism refuses is a mistake in the file.</summary>
    protected static Played Play(BidFile file, int line, string profile, Func<IReadOnlyList<PlayedRow>> run)
    {
        try
        {
            return new Played(profile, run());
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            throw new ToolException(FormattableString.Invariant($"{file.Path} line {line}: {refused.Message}"));
        }
    }

    private static bool IsNumber(Type type) => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INumber<>));

    private static List<string> NamesOf(Type mechanism) =>
    [
        .. mechanism.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Namespace == typeof(AgentAttribute).Namespace
                && attribute.AttributeType.Name.Split('`')[0] is nameof(AgentAttribute) or nameof(SupplierAttribute))
            .Select(attribute => attribute.ConstructorArguments[0].Value)
            .OfType<string>(),
    ];
}
