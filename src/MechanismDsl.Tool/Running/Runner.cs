using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a mechanism on the bids of a file, and explains its outcomes.</summary>
/// <param name="mechanism">The generated type.</param>
internal abstract class Runner(Type mechanism)
{
    /// <summary>The generated type.</summary>
    protected Type Mechanism { get; } = mechanism;

    /// <summary>The names of the agents where they are declared; empty for alike agents.</summary>
    protected IReadOnlyList<string> Agents { get; } = NamesOf(mechanism);

    /// <summary>The profiles of a file, none of them played yet.</summary>
    /// <exception cref="ToolException">The file does not fit the mechanism; the message names line and column.</exception>
    protected abstract IReadOnlyList<Profile> Read(BidFile file);

    /// <summary>What came of every profile of the file.</summary>
    /// <exception cref="ToolException">The file does not fit the mechanism; the message names line and column.</exception>
    public IReadOnlyList<Played> Run(BidFile file) => [.. Read(file).Select(profile => new Played(profile.Name, Try(file, profile, profile.Play)))];

    /// <summary>Why the outcome of every profile is what it is.</summary>
    /// <param name="file">The bids.</param>
    /// <param name="agent">The agent that asks, by the name that it has in the file or by its index from 0; null: all.</param>
    /// <exception cref="ToolException">The file does not fit the mechanism, a profile has no such agent, or there is no explanation of this kind of mechanism.</exception>
    public IReadOnlyList<Explained> Explain(BidFile file, string? agent = null)
    {
        List<Explained> all = [];
        foreach (var profile in Read(file))
        {
            var explain = profile.Explain ?? throw new ToolException(
                $"'{Mechanism.Name}' cannot explain its outcomes: it has no method Explain of such reports. What it does is said by: mechanism show " + Mechanism.Name);
            var asked = agent is null ? (int?)null : IndexOf(profile, agent);
            string[] lines = Try(file, profile, () => explain(asked)).Split('\n');

            // Where all ask, the last lines are one an agent, in order; what stands above them is about all.
            var heads = asked is null ? lines.Length - profile.Agents.Count : lines.Length;
            all.AddRange(lines.Select((line, index) => new Explained(profile.Name, index >= heads ? profile.Agents[index - heads] : asked is { } one ? profile.Agents[one] : null, line)));
        }

        return all;

        int IndexOf(Profile profile, string name)
        {
            var index = profile.Agents.ToList().FindIndex(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));
            return index >= 0 ? index
                : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < profile.Agents.Count ? number
                : throw new ToolException(FormattableString.Invariant($"{file.Path} line {profile.Line}: there is no agent '{name}'. The agents are: {string.Join(", ", profile.Agents)}."));
        }
    }

    /// <summary>What runs a mechanism, by the interface through which it takes reports.</summary>
    /// <exception cref="ToolException">It takes reports in a form that no file has.</exception>
    public static Runner Of(Type mechanism)
    {
        foreach (var contract in mechanism.GetInterfaces())
        {
            var arguments = contract.GetGenericArguments();
            var definition = contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract;
            var runner = definition == typeof(IBilateralTrade<>) ? typeof(TradeRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IExchange<>) ? typeof(ExchangeRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IPricedExchange<>) ? typeof(PricedExchangeRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IAssignment<>) ? typeof(AssignmentRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(IUnitAuction<>) ? typeof(UnitRunner<,>).MakeGenericType(mechanism, arguments[0])
                : definition == typeof(ITaxation) ? typeof(TaxRunner<>).MakeGenericType(mechanism)
                : definition == typeof(IPackageAuction<,>) ? typeof(PackageRunner<,,>).MakeGenericType([mechanism, .. arguments])
                : definition == typeof(IGoodsAuction<,>) ? typeof(GoodsRunner<,,>).MakeGenericType([mechanism, .. arguments])
                : definition != typeof(IMechanism<,>) ? null
                : IsNumber(arguments[0]) ? typeof(NumberRunner<,,>).MakeGenericType([mechanism, .. arguments])
                : typeof(RecordRunner<,,>).MakeGenericType([mechanism, .. arguments]);
            if (runner is not null)
            {
                return (Runner)Activator.CreateInstance(runner, mechanism)!;
            }
        }

        // Where a run takes more than reports, no interface speaks of it.
        return ParameterRunner.Of(mechanism)
            ?? throw new ToolException($"'{mechanism.Name}' takes reports in a form that a table of bids does not have; call its Run from a program.");
    }

    /// <summary>What the mechanism refuses is a mistake in the file.</summary>
    private static T Try<T>(BidFile file, Profile profile, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException or AllocationNotProvedException)
        {
            throw new ToolException(FormattableString.Invariant($"{file.Path} line {profile.Line}: {refused.Message}"));
        }
    }

    /// <summary>Whether a type is one of the numbers in which money is counted.</summary>
    internal static bool IsNumber(Type type) => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INumber<>));

    private static List<string> NamesOf(MemberInfo mechanism) =>
    [
        .. mechanism.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Namespace == typeof(AgentAttribute).Namespace
                && attribute.AttributeType.Name.Split('`')[0] is nameof(AgentAttribute) or nameof(SupplierAttribute))
            .Select(attribute => attribute.ConstructorArguments[0].Value)
            .OfType<string>(),
    ];
}
