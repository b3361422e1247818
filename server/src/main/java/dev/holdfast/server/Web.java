package dev.holdfast.server;

import dev.holdfast.server.config.Listen;
import dev.holdfast.server.config.Settings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server: Javalin on Jetty, one virtual thread for each call, TLS if a certificate
/// is set.
final class Web implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Web.class);
  private static final long STOP_MILLIS = 2_000;
  private static final long IDLE_MILLIS = 30_000;
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final int INPUT_BYTES = 64 * 1024;
  private static final int MOST_CONNECTIONS = 1_000;

  private final Javalin javalin;

  private Web(Javalin javalin) {
    this.javalin = javalin;
  }

  static Web start(Settings settings, Consumer<RoutesConfig> routes) {
    var javalin = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.concurrency.useVirtualThreads = true;
      config.http.compressionStrategy = CompressionStrategy.NONE;
      config.jetty.modifyServer(server -> {
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
      });
      config.jetty.modifyHttpConfiguration(Web::configure);
      config.jetty.addConnector((server, http) -> connector(server, http, settings));
      routes.accept(config.routes);
    });
    return new Web(javalin.start());
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setOutputBufferSize(BUFFER_BYTES);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http,
      Settings settings) {
    var connector = settings.text("tls.certificate").isPresent()
        ? tls(server, http, settings)
        : new ServerConnector(server, http1(http));
    Listen listen = settings.listen();
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  /// Objects come in large pieces or their way costs more than they do.
  private static HttpConnectionFactory http1(HttpConfiguration http) {
    var factory = new HttpConnectionFactory(http);
    factory.setInputBufferSize(INPUT_BYTES);
    return factory;
  }

  private static ServerConnector tls(Server server, HttpConfiguration http, Settings settings) {
    var secure = new HttpConfiguration(http);
    secure.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(server,
        new SslConnectionFactory(Certificates.contexts(settings), "http/1.1"),
        http1(secure));
  }

  /// The port it listens on.
  int port() {
    return ((ServerConnector) javalin.jettyServer().server().getConnectors()[0]).getLocalPort();
  }

  /// Waits a moment for calls that run, then cuts them off: what they were promised is on disk.
  @Override
  public void close() {
    try {
      javalin.jettyServer().server().stop();
    } catch (TimeoutException e) {
      log.info("calls that were still running were cut off");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop", e);
    }
  }
}
