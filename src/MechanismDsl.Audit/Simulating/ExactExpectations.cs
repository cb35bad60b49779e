using System.Globalization;
using System.Reflection;

namespace MechanismDsl.Auditing.Simulating;

/// <summary>Expectations that the compiler wrote into a mechanism, by the names that the generated members have.</summary>
internal static class ExactExpectations
{
    private static readonly (string Name, int Sign)[] _revenues = [("ExpectedRevenue", 1), ("ExpectedOutlay", -1), ("ExpectedSubsidy", -1), ("ExpectedTax", 1)];
    private static readonly (string Name, int Sign)[] _welfares = [("ExpectedWelfare", 1), ("ExpectedGains", 1)];

    /// <summary>Expected payments of all agents together; null without such a member.</summary>
    public static double? Revenue(Type mechanism, int agents) => Find(mechanism, agents, _revenues);

    /// <summary>Expected welfare; null without such a member.</summary>
    public static double? Welfare(Type mechanism, int agents) => Find(mechanism, agents, _welfares);

    private static double? Find(Type mechanism, int agents, (string Name, int Sign)[] names)
    {
        foreach (var (name, sign) in names)
        {
            var value = mechanism.GetField(name, BindingFlags.Static | BindingFlags.Public)?.GetValue(null)
                ?? mechanism.GetProperty(name, BindingFlags.Static | BindingFlags.Public)?.GetValue(null)
                ?? mechanism.GetMethod(name, BindingFlags.Static | BindingFlags.Public, [typeof(int)])?.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [agents], null);
            if (value is not null)
            {
                return sign * Convert.ToDouble(value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
